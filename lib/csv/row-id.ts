/** Names the row of a file, the same for the same file. @param fileHash SHA-256 of the file, in hex */
export const rowId = (fileHash: string, row: number): string =>
  `csv-${fileHash.slice(0, 16)}-${row}`;
