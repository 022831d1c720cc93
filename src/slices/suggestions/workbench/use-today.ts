import { useState } from 'react'
import { useProfile } from './calls.ts'
import { beijingDay } from '#lib/pure/moment.ts'

/** The day it is in Beijing for the server, `YYYY-MM-DD`; this device's own reckoning until the server has answered. */
export function useToday(): string {
  const [here] = useState(() => beijingDay(new Date()))
  return useProfile().data?.today ?? here
}
