import { Config, readConfig } from '../config.ts'

const SECRET = /SECRET|KEY|URL|PASSWORD|PASSPHRASE/

/** Lists every setting with its value; whatever may hold a password is only said to be set. */
export async function checkConfig(): Promise<number> {
  const config: Record<string, unknown> = readConfig(process.env)
  for (const [name, schema] of Object.entries(Config.shape)) {
    const value = config[name]
    const shown = value === undefined ? '（未设置）' : SECRET.test(name) ? '（已设置）' : String(value as string)
    console.log(`${name}=${shown}\n    ${schema.description ?? ''}`)
  }
  return 0
}
