import { describe, expect, it } from 'vitest'
import { INVENTED_SUBJECTS } from './testing.ts'
import { readSubjectFile, writeSubjectFile } from './subject-file.ts'
import { classify, trainSubjects, type SubjectSample } from './subjects.ts'

const samples: SubjectSample[] = Object.entries(INVENTED_SUBJECTS).flatMap(([label, texts]) =>
  texts.map((text) => ({ label, text })),
)

describe('subjects', () => {
  const model = trainSubjects(samples)

  it('judges new texts and names words of the text that decided', () => {
    const guess = classify(model, { title: '公交车班次太少', text: '早上等公交车要半小时' })
    expect(guess.label).toBe('交通')
    expect(guess.why).toContain('公交车')
    expect(classify(model, { text: '有工厂偷排污水，河里都是臭味' }).label).toBe('环境')
    expect(classify(model, { text: '请问孩子上小学需要哪些手续' }).label).toBe('教育')
  })

  it('gives a probability, also for a text without any known word', () => {
    for (const text of ['公交车', '', '？？？', 'xyz']) {
      const { probability, why } = classify(model, { text })
      expect(probability).toBeGreaterThanOrEqual(1 / 3 - 1e-9)
      expect(probability).toBeLessThanOrEqual(1)
      if (text !== '公交车') expect(why).toEqual([])
    }
  })

  it('learns from texts that are cut into words just as well', () => {
    const cut = trainSubjects([
      { label: '交通', words: ['公交车', '班次', '拥堵'] },
      { label: '环境', words: ['污水', '黑烟', '臭气'] },
    ])
    expect(classify(cut, { text: '公交车班次少' }).label).toBe('交通')
  })

  it('is deterministic', () => {
    expect(writeSubjectFile(trainSubjects(samples))).toBe(writeSubjectFile(model))
  })

  it('judges after a save as before', () => {
    const read = readSubjectFile(writeSubjectFile(model))
    for (const sample of samples) {
      if ('text' in sample) expect(classify(read, sample).label).toBe(classify(model, sample).label)
    }
  })

  it('refuses one label only, and a file that is no model', () => {
    expect(() => trainSubjects(samples.filter(({ label }) => label === '交通'))).toThrow(RangeError)
    expect(() => readSubjectFile('{"kind":"else"}')).toThrow()
  })
})
