import { useState } from 'react'
import { beijingDay } from './days.ts'

/** The day it is in Beijing when the page is opened, `YYYY-MM-DD`. */
export function useToday(): string {
  const [today] = useState(() => beijingDay(new Date()))
  return today
}
