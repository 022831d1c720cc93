import { readFile, writeFile } from 'node:fs/promises'

const io = {
  out: (line: string) => console.log(line),
  err: (line: string) => console.error(line),
  readFile: (path: string): Promise<Uint8Array> => readFile(path),
  writeFile: (path: string, bytes: Uint8Array) => writeFile(path, bytes),
  outBytes: (bytes: Uint8Array) => void process.stdout.write(bytes),
}

// Loaded when they are called: a start of the server reads no word list.
export async function lawCommand(args: readonly string[]): Promise<number> {
  const { lawCommand: run } = await import('#slices/legislation/text/cli.ts')
  return run([...args], io)
}

export async function messagesCommand(args: readonly string[]): Promise<number> {
  const { messagesCommand: run } = await import('#kernel/mining/cli.ts')
  return run([...args], io)
}

export async function unitsCommand(args: readonly string[]): Promise<number> {
  const { unitsCommand: run } = await import('#kernel/mining/cli.ts')
  return run([...args], io)
}
