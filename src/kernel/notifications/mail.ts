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
/** Failures that end a conversation before the text was handed over. */
const BEFORE_TEXT = new Set(['EDNS', 'ETLS', 'EAUTH', 'EENVELOPE'])

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
        const failure = error as SmtpError
        return { outcome: isSurelyUnsent(failure) ? 'refused' : 'unknown', problem: describe(failure) }
      }
    },
    close: () => transport.close(),
  }
}

interface SmtpError {
  readonly message?: string
  readonly code?: string
  readonly responseCode?: number
  readonly syscall?: string
}

/** A line that breaks later looks the same whether before or after the text, so only what is certain counts. */
function isSurelyUnsent(error: SmtpError): boolean {
  if (error.responseCode !== undefined && error.responseCode >= 400) return true
  if (error.syscall === 'connect' || BEFORE_TEXT.has(error.code ?? '')) return true
  return /^(Connection timeout|Greeting never received)/.test(error.message ?? '')
}

/** The kind of failure without the server's answer, which may repeat the address. */
function describe({ code, responseCode, syscall }: SmtpError): string {
  return ['mail', code, syscall, responseCode].filter((it) => it !== undefined).join(' ')
}
