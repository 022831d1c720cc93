/** The password of every account of the demo world, shown on the sign-in page of a demonstration and nowhere else. */
export const DEMO_PASSWORD = 'Minyi-demo-2022'
