/** Facts of an image on disk. */
export interface KeptImage {
  type: string;
  size: number;
  sha256: string;
  width: number;
  height: number;
}
