export { publicTopics } from './topics/views.ts'
export { publicMeetings } from './events/views.ts'
export { publicOutcomes, publicOutcomesOf } from './outcomes/views.ts'
export { summarise as summarisePressing } from './case/reading.ts'
