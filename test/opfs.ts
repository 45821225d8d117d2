/** The browser's private folders in memory, as much of them as Tack uses: Node has none. */
class Folder {
  readonly kind = 'directory';
  readonly children = new Map<string, Folder | Leaf>();

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<Folder> {
    const child = this.children.get(name) ?? (create ? new Folder() : undefined);
    if (!(child instanceof Folder)) throw new DOMException('not there', 'NotFoundError');
    this.children.set(name, child);
    return child;
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<Leaf> {
    const child = this.children.get(name) ?? (create ? new Leaf() : undefined);
    if (!(child instanceof Leaf)) throw new DOMException('not there', 'NotFoundError');
    this.children.set(name, child);
    return child;
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.children.delete(name)) throw new DOMException('not there', 'NotFoundError');
  }

  async *keys(): AsyncGenerator<string> {
    yield* this.children.keys();
  }

  async *entries(): AsyncGenerator<[string, Folder | Leaf]> {
    yield* this.children;
  }
}

class Leaf {
  readonly kind = 'file';
  file = new File([], '');

  async getFile(): Promise<File> {
    return this.file;
  }

  async createWritable() {
    const parts: Blob[] = [];
    return {
      write: async (blob: Blob) => void parts.push(blob),
      close: async () => void (this.file = new File(parts, '')),
      abort: async () => undefined,
    };
  }
}

/** What `navigator` is in a test of what is kept: empty folders, locks that are always free, and no end of room. */
export function storageNavigator(estimate: StorageEstimate = {}) {
  const root = new Folder();
  return {
    onLine: true,
    storage: { getDirectory: async () => root, estimate: async () => estimate },
    locks: { request: async (_: string, work: () => unknown) => work() },
  };
}
