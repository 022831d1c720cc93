import type { ReactNode } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { words } from './words.ts'

/** The page around a sign-in form: the fixed banner, the name, one column, what else a stranger may do below. */
export function SignInFrame({ congressName, children, below }: { congressName: string; children: ReactNode; below?: ReactNode }) {
  const t = useWords(words)
  return (
    <div className="sign-in">
      <aside className="banner" aria-label={t.bannerLabel}>
        {t.banner}
      </aside>
      <main id="main">
        <p className="sign-in-name">{congressName}</p>
        <h1>{t.signInTitle}</h1>
        {children}
        {below && <div className="sign-in-below">{below}</div>}
        <p>
          <a href="/">{t.publicSite}</a>
        </p>
      </main>
    </div>
  )
}
