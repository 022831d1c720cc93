import { Holiday } from './contract.ts'
import y2019 from './holidays/2019.json' with { type: 'json' }
import y2020 from './holidays/2020.json' with { type: 'json' }
import y2021 from './holidays/2021.json' with { type: 'json' }
import y2022 from './holidays/2022.json' with { type: 'json' }
import y2023 from './holidays/2023.json' with { type: 'json' }
import y2024 from './holidays/2024.json' with { type: 'json' }
import y2025 from './holidays/2025.json' with { type: 'json' }
import y2026 from './holidays/2026.json' with { type: 'json' }

const years = [y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026]

/**
 * The holidays that come with the program, 2019 to 2026, as the State Council announced them (sources in the files, licence in
 * `holidays/NOTICE`). A congress adds to them, or corrects them, in its own table.
 */
export const shippedHolidays: readonly Holiday[] = years.flatMap((year) =>
  year.days.map(([day, kind, name]) => Holiday.parse({ day, isWorkday: kind === 'work', name })),
)

/** The notices of the State Council behind the shipped days of a year, as addresses; none for a year that is not shipped. */
export function papersOf(year: number): readonly string[] {
  return years.find((it) => it.year === year)?.papers ?? []
}
