import { describe, expect, it } from 'vitest'
import { rowTotal } from '@/lib/final-report/check/row-total/model'
import { found, smallReport } from './small-report'

const columns = ['Kunta', '2023', '2024']
const table = (rows: (string | null)[][], heads = columns, total?: (string | null)[]) =>
  found(rowTotal, smallReport([{ columns: heads, rows, ...(total ? { total } : {}) }]))
const text = (...blocks: (string | string[])[]) => found(rowTotal, smallReport(blocks))

describe('rows and columns of a table', () => {
  it('add up', () => {
    expect(
      table([
        ['A', '12', '1 300'],
        ['B', '13', '700'],
        ['Yhteensä', '25', '2 000'],
      ]),
    ).toEqual([])
    expect(
      table(
        [
          ['A', '12', '13'],
          ['B', '13', '14'],
        ],
        columns,
        ['Summa', '25', '27'],
      ),
    ).toEqual([])
    expect(
      table([
        ['Kaikki', '25', '27'],
        ['A', '12', '13'],
        ['B', '13', '14'],
      ]),
    ).toEqual([])
    expect(
      table([
        ['A', '10,4', '13'],
        ['B', '10,4', '14'],
        ['Totalt', '20,9', '27'],
      ]),
    ).toEqual([])
    expect(
      table(
        [
          ['A', '12', '13', '25'],
          ['B', '1', '2', '3'],
        ],
        ['Kunta', 'Naiset', 'Miehet', 'Yhteensä'],
      ),
    ).toEqual([])
  })

  it('do not add up', () => {
    expect(
      table([
        ['A', '12', '1 300'],
        ['B', '13', '700'],
        ['Yhteensä', '26', '2 000'],
      ]),
    ).toEqual(['table: 26 | 25'])
    expect(
      table(
        [
          ['A', '12', '13'],
          ['B', '13', '14'],
        ],
        columns,
        ['Summa', '25', '29'],
      ),
    ).toEqual(['table: 29 | 27'])
    expect(
      table([
        ['Kaikki', '26', '27'],
        ['A', '12', '13'],
        ['B', '13', '14'],
      ]),
    ).toEqual(['table: 26 | 25'])
    expect(
      table(
        [
          ['A', '12', '13', '24'],
          ['B', '1', '2', '3'],
        ],
        ['Kunta', 'Naiset', 'Miehet', 'Yhteensä'],
      ),
    ).toEqual(['table: 24 | 25'])
    expect(
      table([
        ['A', '1 200 €', '1'],
        ['B', '800 €', '1'],
        ['Totalt', '2 100 €', '2'],
      ]),
    ).toEqual(['table: 2 100 € | 2 000'])
  })

  it('cannot be said when a part is not known or not exact', () => {
    expect(
      table([
        ['A', null, '13'],
        ['B', '13', '14'],
        ['Yhteensä', '26', '27'],
      ]),
    ).toEqual([])
    expect(
      table([
        ['A', 'ei tiedossa', '13'],
        ['B', '13', '14'],
        ['Yhteensä', '26', '27'],
      ]),
    ).toEqual([])
    expect(
      table([
        ['A', 'noin 10', '13'],
        ['B', '13', '14'],
        ['Yhteensä', '26', '27'],
      ]),
    ).toEqual([])
    expect(
      table([
        ['A', '..', '13'],
        ['B', '13', '14'],
        ['Yhteensä', '26', '27'],
      ]),
    ).toEqual([])
  })

  it('leaves alone what does not add up by its nature', () => {
    expect(
      table([
        ['A', '40 %', '13'],
        ['B', '60 %', '14'],
        ['Yhteensä', '55 %', '27'],
      ]),
    ).toEqual([])
    expect(
      table(
        [
          ['A', '40', '13'],
          ['B', '60', '14'],
          ['Yhteensä', '55', '27'],
        ],
        ['Kunta', 'Keskiarvo', '2024'],
      ),
    ).toEqual([])
    expect(
      table([
        ['Kaikki', '1234', '827'],
        ['Leikkaus', '557', '238'],
        ['Tähystys', '40', '30'],
      ]),
    ).toEqual([])
    expect(
      table([
        ['Yli 180 vrk odottaneet, kaikki', '1234', '827'],
        ['Leikkaushoito', '557', '238'],
      ]),
    ).toEqual([])
    expect(
      table(
        [
          ['Kynä', '3', '5', '15'],
          ['Vihko', '2', '4', '8'],
        ],
        ['Tuote', 'Kpl', 'Hinta', 'Yhteensä'],
      ),
    ).toEqual([])
    expect(
      table([
        ['A', '10', '1'],
        ['joista naisia', '4', '1'],
        ['B', '5', '1'],
        ['Yhteensä', '15', '2'],
      ]),
    ).toEqual([])
  })

  it('takes subtotals as they are', () => {
    const rows = [
      ['A', '1', '1'],
      ['B', '2', '1'],
      ['Pohjoinen yhteensä', '3', '2'],
      ['C', '4', '1'],
      ['D', '5', '1'],
      ['Etelä yhteensä', '9', '2'],
    ]
    expect(table([...rows, ['Kaikki yhteensä', '12', '4']])).toEqual([])
    expect(table([...rows, ['Kaikki yhteensä', '13', '4']])).toHaveLength(1)
  })
})

describe('totals in running text', () => {
  it.each([
    'Kajaanissa niitä oli 12 ja Sotkamossa 13, yhteensä 25.',
    'Ensilinja ohjasi yhteensä 210 asiakasta: 37 huhti–kesäkuussa, 111 heinä–syyskuussa ja 62 loppuvuonna.',
    'Pisteitä sai vähintään 12 yhteensä 115 vastaajaa ja alle 12 yhteensä 53 vastaajaa.',
    'Puheluita oli syys–marraskuussa 2024 yhteensä 15 486 kertaa ja vuotta myöhemmin 8 339 kertaa.',
    'Taulukoissa on yhteensä 29 toimintamallia. Niistä 14 kuuluu pakettiin A ja kuusi pakettiin B.',
    'Lomakkeita oli noin 10 ja 13, yhteensä 26.',
    'Osuudet olivat 40 % ja 50 %, yhteensä 12 vastausta.',
  ])('add up or say nothing: %s', (line) => {
    expect(text(line)).toEqual([])
  })

  it.each([
    ['Kajaanissa niitä oli 12 ja Sotkamossa 13, yhteensä 26.', 'text: 26 | 25'],
    ['Ohjattiin yhteensä 211 asiakasta: 37 keväällä, 111 kesällä ja 62 syksyllä.', 'text: 211 | 210'],
    ['Kävijöitä oli yhteensä 30 (naisia 12, miehiä 17).', 'text: 30 | 29'],
    ['Koulutettuja oli kolme ja neljä, yhteensä kahdeksan.', 'text: kahdeksan | 7'],
  ])('do not add up: %s', (line, finding) => {
    expect(text(line)).toEqual([finding])
  })

  it('reads a list that ends with its total, unit by unit', () => {
    const items = ['sovellus: 720 henkilötyöpäivää, 594 000 euroa', 'integraatiot: 225 henkilötyöpäivää, 185 625 euroa']
    expect(text([...items, 'yhteensä 945 henkilötyöpäivää, 779 625 euroa.'])).toEqual([])
    expect(text([...items, 'yhteensä 945 henkilötyöpäivää, 779 265 euroa.'])).toEqual(['text: 779 265 euroa | 779 625'])
    expect(text([...items, 'lisätyö laskutetaan erikseen', 'yhteensä 950 henkilötyöpäivää.'])).toEqual([])
  })

  it('reads a total told after the list, where a range may be taken from either end', () => {
    const items = ['projektipäällikkö: 52 800 euroa', 'integraatiot: 13 032 euroa', 'rajapinnat: 14 480–21 720 euroa']
    expect(text(items, 'Kokonaishinta on 87 552 euroa.')).toEqual([])
    expect(text(items, 'Kokonaishinta on 80 312 euroa.')).toEqual([])
    expect(text(items, 'Kokonaishinta on 87 525 euroa.')).toEqual(['text: 87 525 euroa | 87 552'])
    expect(text(items, 'Hankinta oli 87 525 euroa.')).toEqual([])
    expect(text(items, 'Työ alkoi keväällä.', 'Kokonaishinta on 87 525 euroa.')).toEqual([])
  })

  it('reads parts told in the next sentence, each with the same word', () => {
    const second = (last: string) =>
      `Taulukoissa on yhteensä 29 mallia. Niistä 14 kuuluu työpakettiin A, kuusi työpakettiin B ja ${last} työpakettiin C.`
    expect(text(second('yhdeksän'))).toEqual([])
    expect(text(second('kymmenen'))).toEqual(['text: 29 | 30'])
    expect(text('Vastaajia oli yhteensä 40. Heistä 30 oli naisia, 25 yli 65-vuotiaita ja 10 työssä.')).toEqual([])
  })

  it('counts the items of a list that is said to have so many', () => {
    const items = ['Tieto löytyy yhdestä paikasta.', 'Ehkäisy on etusijalla.', 'Vaikuttavuus otetaan huomioon.']
    expect(text('Periaatteita oli kolme:', items)).toEqual([])
    expect(text('Periaatteita oli neljä:', items)).toEqual(['items: neljä | 3'])
    expect(text('Mallissa on kaksi periaatetta:', items)).toEqual(['items: kaksi | 3'])
    expect(text('Mukana oli 12 kuntaa:', ['Forssa ja Humppila', 'Hattula, Janakkala'])).toEqual([])
    expect(text('Koulutettiin 30 ammattilaista:', ['12 lääkäriä', '18 hoitajaa'])).toEqual([])
    expect(text('Seurattiin kahdella mittarilla ajalla 1.10.2024–31.12.2025:', items)).toEqual([])
    expect(text('Neljä periaatetta ohjasi työtä. Ne olivat nämä:', items)).toEqual([])
  })

  it.each([
    ['Etäryhmiä on kolme: elintavat, tyypin 2 diabetes ja perhevalmennus.', []],
    ['Etäryhmiä on neljä: elintavat, diabetes ja perhevalmennus.', ['items: neljä | 3']],
    ['Työllä on kolme periaatetta: avoimuus, turvallisuus, jatkuvuus ja yhteistyö.', ['items: kolme | 4']],
    ['Polkuja on 4: nivustyrä, refluksitauti ja palleatyrä, sterilisaatio sekä kaihi.', []],
    ['Polkuja on 9: nivustyrä, refluksitauti ja palleatyrä, sterilisaatio sekä kaihi.', ['items: 9 | 5']],
    ['Raportissa on 11 liitettä: muistioita, hankintapäätöksiä ja esitteitä.', []],
    ['Ongelmia oli kaksi: laitteet, joita tilattiin, olivat vanhoja, ja tilat puuttuivat.', []],
    ['Osallistujista on kaksi lukua: 1 142 ja 1 092, eroa ei selitetä.', []],
    ['Ryhmiä on kuusi: esimerkiksi elintavat, diabetes ja perhevalmennus.', []],
  ])('counts an enumeration: %s', (line, findings) => {
    expect(text(line)).toEqual(findings)
  })

  it('reads Swedish', () => {
    const check = (line: string) => found(rowTotal, smallReport([line], [], 'sv'))
    expect(check('I Kajana 12 och i Sotkamo 13, sammanlagt 25.')).toEqual([])
    expect(check('I Kajana 12 och i Sotkamo 13, sammanlagt 26.')).toEqual(['text: 26 | 25'])
  })
})
