import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '#workbench/kit.ts'
import { addressOf, FormField, SignInFrame, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Duty, Role, SignInAnswer } from '../contract.ts'
import { calls } from './calls.ts'
import { FactorEnrol } from './factor-enrol.tsx'
import { missing } from './missing.ts'
import { PasswordForm } from './password-form.tsx'
import { signInWords } from './words.ts'
import './identity.css'

type Given = {
  congressName: string
  /** The person was at work when the session ended. */
  isExpired: boolean
  onDone: () => void
}

/** Name and password, then the one-time code where the account has one, then what the rules demand before any work. */
export function SignIn({ congressName, isExpired, onDone }: Given) {
  const t = useWords(signInWords)
  const session = useDoor()
  const [needsCode, setNeedsCode] = useState(false)
  const [password, setPassword] = useState<string>()
  const me = session.data?.me ?? null
  const go = (answer: SignInAnswer) => {
    setNeedsCode(answer.status === 'code_required')
    if (answer.me?.duty) void session.refetch()
    else if (answer.me) onDone()
  }
  const leave = async () => {
    setNeedsCode(false)
    if (me) await calls.signOut()
    await session.refetch()
  }
  if (me?.duty) {
    return (
      <SignInFrame congressName={congressName}>
        <DutyForm
          key={me.duty}
          duty={me.duty}
          known={password}
          onMet={() => void session.refetch().then(onDone)}
          onLeave={() => void leave()}
        />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame congressName={congressName} below={needsCode ? undefined : <OtherWays onAnswer={go} onTyped={setPassword} />}>
      {isExpired && <Alert type="info" showIcon role="status" title={t.expired} />}
      {needsCode ? (
        <CodeForm onAnswer={go} onStartOver={() => void leave()} />
      ) : (
        <LoginForm onAnswer={go} onTyped={setPassword} />
      )}
    </SignInFrame>
  )
}

/** Who stands at the door; asked again only by what happens there, so that rescue codes stay in sight until they are kept. */
function useDoor() {
  return useQuery({
    queryKey: ['door'],
    queryFn: () => calls.getSession(),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

/** `onTyped` keeps the password for a duty that asks for it at once, in memory only. */
type FormGiven = { onAnswer: (answer: SignInAnswer) => void; onTyped: (password: string) => void }

function LoginForm({ onAnswer, onTyped }: FormGiven) {
  const t = useWords(signInWords)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.signIn, { topics: [], onDone: onAnswer, isShown: true })
  const send = () => {
    const found = missing([
      login.trim() === '' && { path: 'login', message: t.loginMissing },
      password === '' && { path: 'password', message: t.passwordMissing },
    ])
    setLacking(found)
    onTyped(password)
    if (!found) void act.run({ body: { login, password } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      <FormField name="login" label={t.login} problem={problem}>
        {(control) => (
          <Input {...control} value={login} autoComplete="username" onChange={({ target }) => setLogin(target.value)} />
        )}
      </FormField>
      <FormField name="password" label={t.password} problem={problem}>
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
      <p className="hint">{t.forgotten}</p>
    </form>
  )
}

function CodeForm({ onAnswer, onStartOver }: { onAnswer: (answer: SignInAnswer) => void; onStartOver: () => void }) {
  const t = useWords(signInWords)
  const [code, setCode] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.enterCode, { topics: [], onDone: onAnswer, isShown: true })
  const send = () => {
    const found = missing([code.trim().length < 6 && { path: 'code', message: t.codeMissing }])
    setLacking(found)
    if (!found) void act.run({ body: { code } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <h2>{t.codeTitle}</h2>
      <Said problem={problem} />
      <FormField name="code" label={t.code} hint={t.codeHint} problem={problem}>
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

type DutyGiven = { duty: Duty; known: string | undefined; onMet: () => void; onLeave: () => void }

/** Nothing else is open before this is done; `known` spares the person the password just typed. */
function DutyForm({ duty, known, onMet, onLeave }: DutyGiven) {
  const t = useWords(signInWords)
  const given = known || undefined
  return (
    <>
      <Alert type="warning" showIcon role="status" title={t.duty[duty]} />
      {duty === 'change_password' ? <PasswordForm known={given} onDone={onMet} /> : <FactorEnrol known={given} onDone={onMet} />}
      <Button onClick={onLeave} block>
        {t.startOver}
      </Button>
    </>
  )
}

function OtherWays({ onAnswer, onTyped }: FormGiven) {
  const t = useWords(signInWords)
  const ways = useDoor().data?.ways
  if (!ways?.oidc && !ways?.isDemo) return null
  const { pathname, search } = window.location
  return (
    <>
      {ways.oidc && (
        <Button href={addressOf('/session/oidc', { query: { returnTo: pathname + search } })} block>
          {t.elsewhere}
        </Button>
      )}
      {ways.isDemo && <DemoAccounts onAnswer={onAnswer} onTyped={onTyped} />}
    </>
  )
}

/** The people of the demo world, one button each; only a demonstration answers this list. */
function DemoAccounts({ onAnswer, onTyped }: FormGiven) {
  const t = useWords(signInWords)
  const roleNames = useWords(workbenchWords).roles
  const order = Object.keys(roleNames) as Role[]
  const list = useQuery({ queryKey: ['door', 'demo'], queryFn: () => calls.listDemoAccounts(), retry: false })
  const act = useAction(calls.signIn, { topics: [], onDone: onAnswer })
  if (!list.data || list.data.items.length === 0) return null
  const items = list.data.items.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t.demo}</h2>
      <p className="hint">{t.demoHint}</p>
      <ul className="demo-accounts">
        {items.map(({ login, name, role, password }) => (
          <li key={login}>
            <Button
              disabled={act.isRunning}
              onClick={() => (onTyped(password), void act.run({ body: { login, password } }))}
              block
            >
              {roleNames[role]} · {name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
