import { Button, Input } from 'antd'

import { FormField, SignInFrame } from '../kit.ts'

/** A form without a server behind it. */
export function StorySignIn({ onDone }: { onDone: () => void }) {
  return (
    <SignInFrame congressName="示例市人大">
      <FormField name="login" label="账号">
        {(control) => <Input {...control} autoComplete="username" />}
      </FormField>
      <Button type="primary" onClick={onDone}>
        登录
      </Button>
    </SignInFrame>
  )
}
