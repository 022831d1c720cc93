import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { addressOf, client, FormErrors, FormField, SignInFrame, useAction, useWords } from '#workbench/kit.ts'
import { words as workbenchWords } from '#workbench/words.ts'
import type { SignInAnswer } from '../contract.ts'
import type { sessionApi, signInApi } from '../endpoints.ts'
import { signInWords } from './words.ts'
import './sign-in.css'

type Used = Pick<typeof signInApi, 'signIn' | 'enterCode'> & Pick<typeof sessionApi, 'getSession' | 'listDemoAccounts'>

const calls = client<Used>({
  signIn: ['POST', '/session'],
  enterCode: ['POST', '/session/code'],
  getSession: ['GET', '/session'],
  listDemoAccounts: ['GET', '/demo/accounts'],
})

/** Name and password, then the one-time code where the account has one; the ways that this installation offers stand below. */
export function SignIn({ congressName, onDone }: { congressName: string; onDone: () => void }) {
  const [needsCode, setNeedsCode] = useState(false)
  const go = ({ status }: SignInAnswer) => (status === 'signed_in' ? onDone() : setNeedsCode(true))
  return (
    <SignInFrame congressName={congressName} below={needsCode ? undefined : <OtherWays onAnswer={go} />}>
      {needsCode ? <CodeForm onAnswer={go} onStartOver={() => setNeedsCode(false)} /> : <PasswordForm onAnswer={go} />}
    </SignInFrame>
  )
}

function PasswordForm({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const t = useWords(signInWords)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const act = useAction(calls.signIn, { topics: [], onDone: onAnswer })
  return (
    <form className="sign-in-form" onSubmit={(event) => (event.preventDefault(), void act.run({ body: { login, password } }))}>
      <FormErrors problem={act.problem} />
      <FormField name="login" label={t.login} problem={act.problem}>
        {(control) => (
          <Input {...control} value={login} autoComplete="username" onChange={({ target }) => setLogin(target.value)} />
        )}
      </FormField>
      <FormField name="password" label={t.password} problem={act.problem}>
        {(control) => (
          <Input
            {...control}
            type="password"
            value={password}
            autoComplete="current-password"
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </FormField>
      <Button type="primary" htmlType="submit" loading={act.isRunning} block>
        {t.signIn}
      </Button>
    </form>
  )
}

function CodeForm({ onAnswer, onStartOver }: { onAnswer: (answer: SignInAnswer) => void; onStartOver: () => void }) {
  const t = useWords(signInWords)
  const [code, setCode] = useState('')
  const act = useAction(calls.enterCode, { topics: [], onDone: onAnswer })
  return (
    <form className="sign-in-form" onSubmit={(event) => (event.preventDefault(), void act.run({ body: { code } }))}>
      <FormErrors problem={act.problem} />
      <FormField name="code" label={t.code} hint={t.codeHint} problem={act.problem}>
        {(control) => (
          <Input
            {...control}
            value={code}
            autoComplete="one-time-code"
            autoFocus
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </FormField>
      <Button type="primary" htmlType="submit" loading={act.isRunning} block>
        {t.enter}
      </Button>
      <Button onClick={onStartOver} block>
        {t.startOver}
      </Button>
    </form>
  )
}

function OtherWays({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const t = useWords(signInWords)
  const session = useQuery({ queryKey: ['session', 'ways'], queryFn: () => calls.getSession() })
  const ways = session.data?.ways
  if (!ways?.oidc && !ways?.isDemo) return null
  return (
    <>
      {ways.oidc && (
        <p>
          <a href={addressOf('/session/oidc', { query: { returnTo: window.location.pathname } })}>{t.elsewhere}</a>
        </p>
      )}
      {ways.isDemo && <DemoAccounts onAnswer={onAnswer} />}
    </>
  )
}

/** The people of the demo world, one button each; only a demonstration answers this list. */
function DemoAccounts({ onAnswer }: { onAnswer: (answer: SignInAnswer) => void }) {
  const t = useWords(signInWords)
  const roles = useWords(workbenchWords).roles
  const list = useQuery({ queryKey: ['session', 'demo'], queryFn: () => calls.listDemoAccounts(), retry: false })
  const act = useAction(calls.signIn, { topics: [], onDone: onAnswer })
  if (!list.data || list.data.items.length === 0) return null
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t.demo}</h2>
      <p className="hint">{t.demoHint}</p>
      <ul className="demo-accounts">
        {list.data.items.map(({ login, name, role, password }) => (
          <li key={login}>
            <Button disabled={act.isRunning} onClick={() => void act.run({ body: { login, password } })} block>
              {roles[role]} · {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
