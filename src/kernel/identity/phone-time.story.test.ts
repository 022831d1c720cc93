import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { openBrowser } from '../../../tests/support/cookie-jar.ts'
import { buildHouse, CITY } from '../../../tests/support/house.ts'
import { PASSWORD, settleAccount } from './testing.ts'

/** A demonstration stands in 2022 while the phones of its visitors show today. */
const phone = { now: new Date('2026-05-06T07:08:09Z') }
const house = await buildHouse({ phoneTime: () => phone.now })

const codeAt = (secret: string, at: Date) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() })

test('PLT-02 where the program lives in another year, the codes of a real phone count and those of that year do not', async () => {
  await house.in(CITY, (tx) => settleAccount(tx, house.now(), { login: 'visitor', roles: ['leader'] }))
  const browser = openBrowser(house)
  await browser.call('POST', '/session', { login: 'visitor', password: PASSWORD })
  const { secret } = (await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body
  const confirm = (code: string) => browser.call('POST', '/me/second-factor/confirm', { code })
  expect((await confirm(codeAt(secret, house.now()))).body.code).toBe('wrong-code')
  expect((await confirm(codeAt(secret, phone.now))).status).toBe(200)
  await browser.call('DELETE', '/session')
  await browser.call('POST', '/session', { login: 'visitor', password: PASSWORD })
  expect((await browser.call('POST', '/session/code', { code: codeAt(secret, phone.now) })).body.code).toBe('wrong-code')
  phone.now = new Date(phone.now.getTime() + 60_000)
  expect((await browser.call('POST', '/session/code', { code: codeAt(secret, phone.now) })).body.status).toBe('signed_in')
})
