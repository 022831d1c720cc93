import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Stable for a mail that is tried twice, so that a mail server or reader can tell the copy. */
  readonly messageId: string
}

/** `refused` is sure not to have left; of `unknown` nobody can say. */
export type Sending = { readonly outcome: 'sent' } | { readonly outcome: 'refused' | 'unknown'; readonly problem: string }

export interface Mailer {
  send(mail: Mail): Promise<Sending>
  close(): void
}

const TIMEOUT_MS = 20_000
/** Steps of the protocol before the text was handed over. */
const BEFORE_TEXT = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL|RCPT|API)/

/** Opens the mail server at `url` (`smtp://` or `smtps://`, with login where it wants one). `from` is the sender of every mail. */
export function openMailer(url: string, from: string): Mailer {
  const transport: Transporter = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const headers = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' }
  return {
    send: async (mail) => {
      try {
        const letter: SendMailOptions = { ...mail, from, headers }
        await transport.sendMail(letter)
        return { outcome: 'sent' }
      } catch (error) {
        return { outcome: isSurelyUnsent(error) ? 'refused' : 'unknown', problem: describe(error) }
      }
    },
    close: () => transport.close(),
  }
}

function isSurelyUnsent(error: unknown): boolean {
  const { responseCode, command, code } = (error ?? {}) as { responseCode?: number; command?: string; code?: string }
  if (responseCode !== undefined && responseCode >= 400) return true
  return (command !== undefined && BEFORE_TEXT.test(command)) || code === 'EDNS' || code === 'ECONNREFUSED'
}

/** The kind of failure without the server's answer, which may repeat the address. */
function describe(error: unknown): string {
  const { responseCode, command, code } = (error ?? {}) as { responseCode?: number; command?: string; code?: string }
  return ['mail', code, command?.split(' ')[0], responseCode].filter((it) => it !== undefined).join(' ')
}
