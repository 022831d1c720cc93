import { AccountPage } from '#kernel/identity/workbench/account.tsx'
import { PreferencesPanel } from '#kernel/notifications/workbench/preferences-panel.tsx'

/** 我的账号, with what notifications keep for a person. */
export default function Account() {
  return (
    <AccountPage>
      <PreferencesPanel />
    </AccountPage>
  )
}
