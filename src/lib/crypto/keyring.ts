import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Master keys by id. New things are sealed with the first; the others still open what was sealed before a rotation. */
export interface Keyring {
  readonly currentId: string
  readonly ids: readonly string[]
  /** 32 bytes for one purpose of one tenant; throws where the key was taken out of the ring. */
  derive(id: string, purpose: string): Buffer
}

export interface KeySettings {
  readonly MINYI_SECRET_KEY?: string | undefined
  readonly MINYI_DATA_DIR: string
}

/**
 * The master keys of this installation: `MINYI_SECRET_KEY`, or `keys/master.key` in the data directory, made at the first start and
 * readable by its owner alone. To rotate, put the new key first: separated by a comma in the variable, on a line of its own in the file.
 */
export async function loadMasterKey(settings: KeySettings): Promise<Keyring> {
  const given = settings.MINYI_SECRET_KEY
  return given ? keyringOf(given.split(',')) : keyringOf((await readOrMake(settings.MINYI_DATA_DIR)).split('\n'))
}

/** Throws for an empty list and for keys of less than 32 characters. */
export function keyringOf(secrets: readonly string[]): Keyring {
  const keys = secrets.map((it) => it.trim()).filter((it) => it !== '')
  if (keys.length === 0 || keys.some((it) => it.length < 32)) {
    throw new Error('主密钥不得少于 32 个字符。 A master key needs 32 characters or more.')
  }
  const byId = new Map(keys.map((it) => [idOf(it), it]))
  return {
    currentId: idOf(keys[0]!),
    ids: [...byId.keys()],
    derive: (id, purpose) => {
      const key = byId.get(id)
      if (!key) throw new Error(`没有编号为 ${id} 的主密钥，无法解密。 The master key ${id} is missing.`)
      return Buffer.from(hkdfSync('sha256', key, id, purpose, 32))
    },
  }
}

/** Names a key without telling anything about it. */
function idOf(secret: string): string {
  return createHash('sha256').update(`minyi key id\n${secret}`).digest('hex').slice(0, 8)
}

async function readOrMake(dataDir: string): Promise<string> {
  const path = join(dataDir, 'keys', 'master.key')
  if (!(await exists(path))) await make(path)
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) {
    throw new Error(
      `主密钥 ${path} 能被其他用户读取，请先执行 chmod 600。 The master key is readable by others: chmod 600 ${path}`,
    )
  }
  return readFile(path, 'utf8')
}

/** Two copies that start at once must end with one key: whoever links first wins, and nobody reads half a file. */
async function make(path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
