export { activateProfile, enterHolidays, getProfile, listProfiles, loadCalendar, profileOn, type Change } from './profiles.ts'
export { events as procedureEvents } from './events.ts'
export { shippedHolidays } from './shipped-holidays.ts'
