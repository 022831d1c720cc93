export { enterHolidays, loadCalendar } from './calendars.ts'
export { activateProfile, getProfile, listProfiles, profileOn } from './profiles.ts'
export { events as procedureEvents } from './events.ts'
export { shippedHolidays } from './shipped-holidays.ts'
