import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

export interface Letter {
  readonly to: string
  readonly messageId: string
  readonly text: string
}

/** `refuse`: the address is unknown (550). `hangUp`: the line breaks after the text was given, so nobody knows. */
export type Manner = 'accept' | 'refuse' | 'hangUp'

export interface Mailbox {
  readonly url: string
  readonly letters: Letter[]
  manner: Manner
  close(): Promise<void>
}

/** A mail server (SMTP, RFC 5321) that keeps what it gets; just enough of the protocol for a client that sends one text. */
export async function openMailbox(): Promise<Mailbox> {
  const server = createServer((socket) => converse(socket, box))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const box: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    letters: [],
    manner: 'accept',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return box
}

function converse(socket: Socket, box: Mailbox): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let rest = ''
  let to = ''
  let isText = false
  socket.on('error', () => {})
  socket.setEncoding('utf8')
  socket.on('data', (data: string) => {
    rest += data
    for (let end = next(); end >= 0; end = next()) {
      const piece = rest.slice(0, end)
      rest = rest.slice(end + (isText ? 5 : 2))
      if (isText) receive(piece)
      else obey(piece)
    }
  })
  say('220 mailbox')

  function next(): number {
    return rest.indexOf(isText ? '\r\n.\r\n' : '\r\n')
  }

  function obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT' && box.manner === 'refuse') return void say('550 no such address')
    if (verb === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
    if (verb === 'QUIT') return void socket.end('221 bye\r\n')
    isText = verb === 'DATA'
    say(isText ? '354 go on' : '250 ok')
  }

  function receive(text: string): void {
    isText = false
    box.letters.push(readLetter(to, text))
    if (box.manner === 'hangUp') socket.destroy()
    else say('250 taken')
  }
}

function readLetter(to: string, raw: string): Letter {
  const split = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, split).replaceAll(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(split + 4)
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const encoding = header('content-transfer-encoding').toLowerCase()
  return { to, messageId: header('message-id'), text: decode(body, encoding).replaceAll('\r\n', '\n') }
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
