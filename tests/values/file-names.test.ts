import { describe, expect, it } from 'vitest'
import { attachmentPaths } from '@/lib/final-report/archive/model'
import { fileName } from '@/lib/final-report/export/model'
import { plainName } from '@/lib/values/file-names'

describe('names of files', () => {
  it.each([
    ['Hankinnat', 'hankinnat'],
    ['Väliraportti (luonnos)', 'valiraportti-luonnos'],
    ['  Åtgärder: 7–9/2025 ', 'atgarder-7-9-2025'],
    ['§ %', ''],
    ['Hyvinvointialueen '.repeat(5), 'hyvinvointialueen-hyvinvointialueen-hyvinvointialueen-hyvinv'],
  ])('%s', (text, name) => {
    expect(plainName(text)).toBe(name)
  })

  it('keep words with ä and ö whole in reports and archives', () => {
    expect(fileName({ key: 'kkk2' }, new Date('2025-11-21T10:00:00Z'), 'Väliraportti', 'docx')).toBe(
      'kkk2-valiraportti-2025-11-21.docx',
    )
    expect(attachmentPaths([{ label: 'LIITE 1', name: 'Päätös.pdf' }])).toEqual(['liitteet/LIITE-1-Paatos.pdf'])
  })

  it('are no two alike in an archive, where a label repeats', () => {
    const given = [
      { label: 'Liite 1', name: 'Päätös.pdf' },
      { label: 'LIITE 1', name: 'paatos.pdf' },
      { label: 'Liite 1', name: 'Päätös.pdf' },
      { label: 'Liite 2', name: 'ilman-päätettä' },
      { label: 'Liite 2', name: 'ilman päätettä' },
    ]
    expect(attachmentPaths(given)).toEqual([
      'liitteet/Liite-1-Paatos.pdf',
      'liitteet/LIITE-1-paatos-2.pdf',
      'liitteet/Liite-1-Paatos-3.pdf',
      'liitteet/Liite-2-ilman-paatetta',
      'liitteet/Liite-2-ilman-paatetta-2',
    ])
  })
})
