import { describe, expect, it } from 'vitest'
import { statusConflict } from '@/lib/final-report/check/status-conflict/model'
import { clausesOf, saidIn } from '@/lib/final-report/check/status-conflict/statements/model'
import { told, written } from './written-report'

const name = 'Kotihoidon etäneuvonta, Kanta-Hämeen hyvinvointialue (RRP, P4, I1)'
type Use = { piloted?: string; stayed_in_use?: string }

const of = (use: Use, texts: string[], elsewhere: string[] = [], language: 'fi' | 'sv' = 'fi') =>
  told(
    statusConflict,
    written(
      [
        { id: 't', blocks: [{ type: 'toimintamalli_table', rows: [{ name, ...use }] }, ...elsewhere] },
        {
          id: 'm',
          kind: 'toimintamalli',
          heading: language === 'fi' ? 'Etäneuvonta' : 'Distansrådgivning',
          blocks: texts,
        },
      ],
      { toimintamallit: [{ name, section_id: 'm' }] },
      language,
    ),
  ).map((line) => line.split(':')[0])

const yes = { piloted: 'Kyllä', stayed_in_use: 'Kyllä' }
const no = { piloted: 'Kyllä', stayed_in_use: 'Ei' }

describe('a model said to stay in use', () => {
  it.each([
    'Mallia ei otettu käyttöön.',
    'Malli ei jäänyt käyttöön.',
    'Käyttöönotto ei toteutunut.',
    'Käyttöönotto kuitenkin pysähtyi.',
    'Malli lopetettiin vuoden 2025 alussa.',
    'Toiminta lakkautettiin.',
    'Mallista luovuttiin.',
    'Etäneuvonta lopetettiin keväällä.',
    'Malli tehtiin käyttövalmiiksi, mutta sitä ei voitu jalkauttaa.',
    'Alue päätti, ettei malli jatku hankkeen jälkeen.',
    'Malli jäi ottamatta käyttöön.',
    'Malli jäi suunnitelman tasolle.',
    'Malli ei päätynyt käyttöön.',
    'Mallin käyttöönotosta luovuttiin.',
    'Mallia ei enää käytetä.',
    'Pilotti keskeytettiin eikä mallia otettu käyttöön.',
    'Hyvinvointialue luopui mallista.',
  ])('was not: %s', (text) => expect(of(yes, [text])).toEqual(['m endedButStays']))

  it.each([
    'Malli jäi käyttöön.',
    'Malli otettiin käyttöön kaikissa yksiköissä.',
    'Hammaslohkeaman ajanvarauksen pilotti keskeytyi.',
    'Puhelinvalikoista luovuttiin.',
    'Käyttöönotto päättyi lokakuussa 2025.',
    'Osaa malleista ei otettu käyttöön.',
    'Aluksi mallia ei otettu käyttöön, mutta vuonna 2025 se laajeni.',
    'Jos mallia ei oteta käyttöön, hyödyt jäävät saamatta.',
    'Malli ei jäänyt vain käyttöön, vaan se laajeni.',
    'Hoito keskeytyy harvemmin.',
    'Mallin ansiosta turhat käynnit lopetettiin.',
    'Käyttöönotto keskeytyi kesällä, mutta jatkui syksyllä.',
    'Uutta asiakastietojärjestelmää ei ole vielä otettu käyttöön.',
    'Vanha puhelinnumero poistettiin käytöstä.',
    'Hanke päättyi vuoden 2025 lopussa.',
  ])('is not contradicted: %s', (text) => expect(of(yes, [text])).toEqual([]))
})

describe('a model said not to stay in use', () => {
  it.each([
    'Malli jäi käyttöön.',
    'Malli on yhä käytössä.',
    'Malli jatkuu osana perustoimintaa.',
    'Malli on osa normaalia toimintaa.',
    'Mallin käyttö jatkuu.',
    'Se jää pysyvästi käyttöön.',
  ])('is used on: %s', (text) =>
    expect(of(no, ['Etäneuvonta toimii.', `Etäneuvonta alkoi vuonna 2023. ${text}`])).toEqual(['m staysButEnded']),
  )

  it.each([
    'Malli ei jäänyt käyttöön sellaisenaan, mutta sen aineistot jäivät.',
    'Koulutukset ja aineistot jäivät pysyvästi käyttöön.',
    'Mallia kokeiltiin syksyllä.',
    'Ohjausryhmän työ jatkuu.',
  ])('is not contradicted: %s', (text) => expect(of(no, [text])).toEqual([]))

  it('may have stayed in part', () => {
    const partly = { piloted: 'Kyllä', stayed_in_use: 'Ei/osittain' }
    expect(of(partly, ['Malli jäi käyttöön.', 'Malli lopetettiin.'])).toHaveLength(1)
    expect(of(partly, ['Malli jäi käyttöön.'])).toEqual([])
  })
})

describe('other places', () => {
  it('name the model', () => {
    expect(of(yes, ['Teksti.'], ['Kotihoidon etäneuvonta lopetettiin keväällä.'])).toEqual(['t endedButStays'])
    expect(of(yes, ['Teksti.'], ['Kotihoidon keskitetty ruokapalvelu lopetettiin keväällä.'])).toEqual([])
  })

  it('are a table, a trial, or another text', () => {
    expect(of({ piloted: 'Ei', stayed_in_use: 'Ei' }, ['Malli pilotoitiin kahdessa kunnassa.'])).toEqual([
      'm triedButNot',
    ])
    expect(of({ piloted: 'Kyllä' }, ['Malli jäi kokeilematta.'])).toEqual(['m notTriedButWas'])
    expect(of({}, ['Malli jäi käyttöön.'], ['Kotihoidon etäneuvonta lopetettiin.'])).toEqual(['t endedButStays'])
    expect(of({}, ['Malli jäi käyttöön.'], ['Kotihoidon etäneuvonta vakiintui.'])).toEqual([])
  })

  it('are the register, and two tables', () => {
    const rows = (stayed: string) => ({ type: 'toimintamalli_table', rows: [{ name, stayed_in_use: stayed }] })
    const facts = { toimintamallit: [{ name, stayed_in_use: 'Kyllä' }] }
    expect(told(statusConflict, written([{ id: 't', blocks: [rows('Ei')] }], facts))).toEqual([
      't registerUse: Ei | Kyllä',
    ])
    expect(told(statusConflict, written([{ id: 't', blocks: [rows('Kyllä'), rows('Ei')] }], facts))).toEqual([
      't use: Ei | Kyllä',
    ])
    expect(told(statusConflict, written([{ id: 't', blocks: [rows('Kyllä'), rows('kyllä')] }], facts))).toEqual([])
  })
})

describe('a typed table of models', () => {
  const typed = (stayed: string) => ({
    type: 'table',
    label: 'Taulukko 1',
    caption: 'Mallit',
    columns: ['Työpaketti', 'Nimi', 'Käyttöönotto tehty tai pilotoitu', 'Toimintamalli jäänyt käyttöön'],
    rows: [
      ['4.2.1.1', name, 'Kyllä', stayed],
      ['4.2.1.1', 'Jokin muu malli', 'Ei', 'Ei'],
    ],
  })
  const facts = { toimintamallit: [{ name, section_id: 'm' }] }
  const report = (text: string, stayed: string) =>
    written(
      [
        { id: 't', blocks: [typed(stayed)] },
        { id: 'm', kind: 'toimintamalli', heading: 'Etäneuvonta', blocks: [text] },
      ],
      facts,
    )

  it('is compared as one drawn from the data is', () => {
    expect(told(statusConflict, report('Malli lopetettiin.', 'Kyllä'))).toEqual([
      'm endedButStays: Malli lopetettiin. | Kyllä',
    ])
    expect(told(statusConflict, report('Malli lopetettiin.', 'Ei'))).toEqual([])
  })
})

describe('a count of models beside their tables', () => {
  const models = ['Yes', 'Yes', 'No', 'Partly'].map((use, index) => ({ name: `Malli ${'ABCD'[index]}xyz`, use }))
  const cells = { Yes: 'Kyllä', No: 'Ei', Partly: 'Ei/osittain' } as Record<string, string>
  const rows = models.map(({ name: one, use }) => ({ name: one, piloted: 'Kyllä', stayed_in_use: cells[use] }))
  const of = (text: string, language: 'fi' | 'sv' = 'fi') =>
    told(
      statusConflict,
      written(
        [{ id: 't', blocks: [text, { type: 'toimintamalli_table', rows }] }],
        { toimintamallit: models.map((one) => ({ name: one.name })) },
        language,
      ),
    )

  it('differs', () => {
    expect(of('Taulukossa on yhteensä 5 toimintamallia.')).toEqual([
      't count: Taulukossa on yhteensä 5 toimintamallia. | 4',
    ])
    expect(of('Käyttöön jäi neljä mallia.')).toEqual(['t count: Käyttöön jäi neljä mallia. | 2'])
    expect(of('Malleista 3 otettiin käyttöön tai pilotoitiin.')).toHaveLength(1)
    expect(of('Kolme modeller. 5 modeller blev kvar i bruk.', 'sv')).toHaveLength(1)
  })

  it('agrees, or is of something else', () => {
    for (const text of [
      'Taulukossa on yhteensä neljä toimintamallia, joista kaksi jäi käyttöön.',
      'Käyttöön jäi 3 mallia.',
      'Kaksi mallia ei jäänyt käyttöön.',
      'Malleista neljä pilotoitiin.',
      'Työpakettiin kuuluu 7 mallia.',
      'Noin 10 mallia jäi käyttöön.',
      'Käyttöön jäi 12 lomaketta.',
    ])
      expect(of(text), text).toEqual([])
  })
})

describe('in Swedish', () => {
  it.each([
    'Modellen togs aldrig i bruk.',
    'Modellen blev inte kvar i bruk.',
    'Modellen lades ner våren 2025.',
    'Modellen har inte tagits i bruk.',
  ])('a contradiction: %s', (text) =>
    expect(of({ piloted: 'Ja', stayed_in_use: 'Ja' }, [text], [], 'sv')).toEqual(['m endedButStays']),
  )
  it('none', () => {
    expect(
      of({ piloted: 'Ja', stayed_in_use: 'Ja' }, ['Modellen togs i bruk och blev kvar i bruk.'], [], 'sv'),
    ).toEqual([])
    expect(of({ piloted: 'Ja', stayed_in_use: 'Nej' }, ['Modellen är fortfarande i bruk.'], [], 'sv')).toEqual([
      'm staysButEnded',
    ])
  })
})

describe('what a clause says', () => {
  it('is read from the negation on', () => {
    const use = (text: string) => clausesOf(text).map((clause) => saidIn(clause, 'fi')?.use ?? null)
    expect(use('Malli otettiin käyttöön, mutta se ei jäänyt käyttöön')).toEqual([null, false])
    expect(use('Mallia ei otettu käyttöön, koska henkilöstöä ei ollut')).toEqual([false, null])
    expect(use('Käyttöön jäi koko malli')).toEqual([true])
  })
})
