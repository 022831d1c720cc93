import { Client } from 'pg'
import { expect, test } from 'vitest'
import { connect } from '#lib/db/connect.ts'
import { migrate } from '#lib/db/migrate.ts'
import { readCongress } from '#lib/db/tx.ts'
import { emptyDatabase } from '../../../tests/support/database.ts'
import { readDictionary } from './api.ts'
import { shippedDictionary } from './shipped-categories.ts'

const DEPUTY = '00000000-0000-7000-9000-000000000001'

test('SUG-19 a house with suggestions keeps the six categories they carry; one without begins with what is shipped', async () => {
  const database = await emptyDatabase()
  try {
    await migrate(database.migratorUrl, 'db/migrations', '0071-figures')
    await fill(database.migratorUrl)
    await migrate(database.migratorUrl)
    const { database: app, close } = connect(database.url, { max: 1 })
    const [first, second] = [await readCongress(app, 1, readDictionary), await readCongress(app, 2, readDictionary)]
    await close()
    expect(first.items.map(({ code, zh }) => `${code} ${zh}`)).toEqual([
      'economy 经济发展',
      'construction 城乡建设',
      'environment 环境保护',
      'livelihood 民生改善',
      'legal 民主法治',
      'other 其他',
    ])
    expect(second).toEqual(shippedDictionary)
  } finally {
    await database.drop()
  }
})

async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`
    insert into congress.congress (id, level, name, short_name, slug, area_code)
      values (1, 'city', '甲市人大', '甲', 'first', '990100'), (2, 'city', '乙市人大', '乙', 'second', '990200');
    insert into congress.deputy (congress_id, id, name, initials, gender, nationality, card_number)
      values (1, '${DEPUTY}', '王敏', '', '女', '汉族', '1');
    insert into suggestions.suggestion (congress_id, id, term, series, title, matter, category, lead_deputy_id, is_public, status, created_at)
      values (1, '${DEPUTY}', 17, '17-1', '关于甲的建议', '情况。', 'legal', '${DEPUTY}', true, 'draft', now())`)
  await client.end()
}
