/** What is built, as far as it is looked at here. */
interface File {
  type: string;
  code?: string;
}

/** Hands on what another file has, under the names that it is asked by. */
const HANDS_ON = /^export\{([^{}]+)\}from"\.\/([^"]+)";?\s*$/;

/**
 * Lets what is loaded late be asked for where it is. The bundler puts what belongs together in one file and, where others
 * share it, a file of fifty bytes before it that gives it its names: a request of 3 to 4 ms each, of which a popup made seven.
 */
export const wholeFiles = () => ({
  name: 'tack-whole-files',
  generateBundle: {
    order: 'post' as const, // the lists of what a late file needs are written by then
    handler(_: unknown, bundle: Record<string, File>) {
      for (const [path, { code = '' }] of Object.entries(bundle)) {
        const [, names = '', target = ''] = HANDS_ON.exec(code) ?? [];
        if (!target) continue;
        const file = path.slice(path.lastIndexOf('/') + 1);
        for (const other of Object.values(bundle))
          if (other.code) other.code = asksFor(other.code, { file, target, names });
        delete bundle[path];
      }
    },
  },
});

interface HandedOn {
  file: string;
  target: string;
  /** As in `t as BoardPicker, n as boardKinds`. */
  names: string;
}

function asksFor(code: string, { file, target, names }: HandedOn): string {
  const given = names.split(',').map((name) => {
    const [inside = '', outside = inside] = name.trim().split(' as ');
    return `${outside}:m.${inside}`;
  });
  const name = file.replaceAll('.', '\\.');
  // Firefox's background stands above the folder of the others.
  const asked = new RegExp(`import\\((["'\`])(\\.[^"'\`]*/)${name}\\1\\)`, 'g');
  const asking = code.replace(
    asked,
    (_whole, _quote, folder: string) =>
      `import("${folder}${target}").then(m=>({${given.join(',')}}))`,
  );
  const isLeft = new RegExp(`${name}["'\`]\\)|from["'\`][^"'\`]*${name}`);
  if (isLeft.test(asking))
    throw new Error(`${file} is asked for in a way that is not known: its names would be lost.`);
  return asking.replaceAll(`/${file}`, () => `/${target}`); // in the lists of what is loaded beforehand
}
