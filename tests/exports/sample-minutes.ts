import type { MinutesDocument } from '@/lib/meetings/minutes/model'

/** Minutes with everything that minutes can hold, over more than one page. */
export function sampleMinutes(): MinutesDocument {
  const item = (no: number) => ({
    id: `item-${no}`,
    heading: `${no} § Asia numero ${no}`,
    notes: ['Esittelijä: projektijohtaja', 'Koskee: Työpaketti TP1'],
    passages: [
      { label: 'Selostus', text: `Ensimmäinen kappale ${no}.\nToinen kappale ${no}: #emph[ei merkintää] & "lainaus".` },
      { label: 'Ehdotus', text: `Hyväksytään ehdotus ${no}.` },
    ],
    discussion: { label: 'Keskustelu', points: [`Kysyttiin aikataulusta ${no}.`, `Todettiin tilanne ${no}.`] },
    decisions: [
      {
        label: 'Päätös',
        text: `Hyväksyttiin ehdotuksen mukaan ${no}.`,
        notes: [`Päätetty 1${no}.11.2025`, 'Työpaketti: Työpaketti TP1'],
      },
    ],
    actionPoints: { label: 'Jatkotoimet', points: [`Päivitetään suunnitelma ${no} (Vastuu: sihteeri).`] },
  })
  return {
    format: 1,
    language: 'fi',
    title: 'Pöytäkirja: Ohjausryhmä 4/2025',
    heading: 'Pöytäkirja',
    meeting: 'Ohjausryhmä 4/2025',
    project: 'Koehanke',
    county: 'Koealueen hyvinvointialue',
    programme: 'Suomen kestävän kasvun ohjelma',
    statement: 'Euroopan unionin rahoittama – NextGenerationEU',
    emblem: {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 810 540"><rect width="810" height="540" fill="#003399"/></svg>',
      alt: 'Euroopan unionin tunnus',
    },
    mark: 'LUONNOS – ei hyväksytty',
    notices: ['Tämä on luonnos.', 'Julkinen versio.'],
    facts: [
      { term: 'Toimielin', text: 'Ohjausryhmä' },
      { term: 'Päivä', text: '12.11.2025' },
    ],
    words: { page: 'Sivu', items: 'Asiat', attendance: 'Osallistujat', attachments: 'Liitteet' },
    items: [1, 2, 3, 4].map(item),
    attendance: {
      columns: ['Rooli', 'Nimi', 'Läsnäolo', 'Huomautus'],
      rows: Array.from({ length: 20 }, (_, index) => [`Jäsen ${index + 1}`, `Nimi ${index + 1}`, 'Läsnä', '']),
    },
    attachments: {
      columns: ['Asia', 'Liite', 'Mikä'],
      rows: [
        [{ text: '1 §' }, { text: 'Tilannekuva Q3/2025', address: 'https://etappi.example/r/1' }, { text: 'sivu' }],
        [{ text: '2 §' }, { text: 'Ohje', address: 'https://thl.fi/ohje' }, { text: 'linkki' }],
      ],
    },
  }
}
