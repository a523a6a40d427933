import { describe, expect, it } from 'vitest'
import { abbreviation } from '@/lib/final-report/check/abbreviation/model'
import { figure, told, written } from './written-report'

const of = (text: string, language: 'fi' | 'sv' = 'fi', ...more: string[]) =>
  told(abbreviation, written([{ id: '1', blocks: [text, ...more] }], {}, language))

describe('an abbreviation', () => {
  it('is opened nowhere; told once, at its first use', () => {
    expect(of('Kumppanina oli THL. THL:n ohje otettiin käyttöön.')).toEqual(['1 found: THL'])
    expect(of('RAI-tietoa ja RRP2-hanketta arvioitiin.')).toEqual(['1 found: RAI', '1 found: RRP'])
    expect(of('Samarbetet med THL fortsatte.', 'sv')).toEqual(['1 found: THL'])
  })

  it.each([
    'Terveyden ja hyvinvoinnin laitos (THL) auttoi. THL:n ohje on hyvä.',
    'THL (Terveyden ja hyvinvoinnin laitos) auttoi.',
    'THL eli Terveyden ja hyvinvoinnin laitos auttoi.',
    'HTA-työkalu eli älykäs hoidon tarpeen arviointi.',
    'Suositteluindeksi (NPS, net promoter score) nousi.',
    'FIT tulee sanoista Feedback-Informed Treatment.',
    'Asiakkuudenhallintajärjestelmä CRM otettiin käyttöön.',
    'LP = linjapuhelu',
  ])('is opened: %s', (text) => expect(of(text)).toEqual([]))

  it('may be opened in another place, a caption among them', () => {
    const report = written([
      { id: '1', blocks: ['PEF-mittaus onnistui.'] },
      { id: '2', blocks: [figure('Kuva 1', 'Uloshengityksen huippuvirtaus (PEF)')] },
    ])
    expect(told(abbreviation, report)).toEqual([])
    expect(of('THL följer läget.', 'sv', 'Institutet för hälsa och välfärd (THL) är med.')).toEqual([])
  })

  it('is not what everybody knows, a name, a code or a shouted word', () => {
    for (const text of [
      'EU:n rahoitus ja PDF-tiedosto.',
      'Tiedot ovat Power BI -portaalissa.',
      'Käytössä on SBM SIPe -järjestelmä.',
      'Selvityksen teki ABC Oy.',
      'Kyselyn pohja on EQ-5D-5L ja PHQ-9.',
      'Vaihe II päättyi.',
      'Osoite on www.THL.fi ja tunnus L3983.',
    ])
      expect(of(text), text).toEqual([])
  })

  it('of an attachment is the attachment’s own', () => {
    expect(
      told(
        abbreviation,
        written([{ id: 'LIITE 1', kind: 'attachment', heading: 'LIITE 1 Muistio', blocks: ['XYZ päätti.'] }]),
      ),
    ).toEqual([])
  })
})
