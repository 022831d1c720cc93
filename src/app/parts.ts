import { clamdScan } from '#kernel/files/api.ts'
import { oidcProvider } from '#kernel/identity/api.ts'
import { fieldCipher } from '#lib/crypto/field-cipher.ts'
import { loadMasterKey } from '#lib/crypto/keyring.ts'
import { blobStoreOf } from './backup/settings.ts'
import type { Config } from './config.ts'
import type { Parts } from './slices.ts'
import { timetable } from './worker.ts'

/** What modules need beside the database, from the configuration. */
export async function partsOf(config: Config, isDemo: boolean): Promise<Parts> {
  return {
    fields: fieldCipher(await loadMasterKey(config)),
    blobs: blobStoreOf(config),
    ...(config.MINYI_CLAMD && { scan: clamdScan(config.MINYI_CLAMD) }),
    outbound: { allowedHosts: config.MINYI_WEBHOOK_HOSTS },
    timetable: timetable(),
    canMail: config.MINYI_SMTP_URL !== undefined,
    // Authenticators show the real time, also where the program's clock is the demo's.
    signIn: { isDemo, oidc: oidcOf(config), phoneTime: () => new Date() },
  }
}

/** The address of the site as people type it, for links in mails and documents. */
export function siteOf(config: Config): string {
  return config.MINYI_PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
}

function oidcOf(config: Config): ReturnType<typeof oidcProvider> | null {
  const { MINYI_OIDC_ISSUER: issuer, MINYI_OIDC_CLIENT_ID: clientId, MINYI_OIDC_CLIENT_SECRET: clientSecret } = config
  if (!issuer || !clientId) return null
  return oidcProvider({ issuer, clientId, clientSecret })
}
