import { describe, expect, it } from 'vitest'
import { modelAddress } from '@/lib/final-report/check/model-address/model'
import { told, written } from './written-report'

const page = (name: string) => `https://innokyla.fi/fi/toimintamalli/${name}`
const model = {
  name: 'Etäneuvonta, Kanta-Hämeen hyvinvointialue (RRP, P4, I1)',
  investments: ['1'],
  section_id: 'm',
  innokyla_url: page('etaneuvonta'),
}
const links = (...urls: string[]) => ({ type: 'links', urls })
const of = (facts: object, blocks: object[], heading = 'Etäneuvonta', language: 'fi' | 'sv' = 'fi') =>
  told(
    modelAddress,
    written(
      [{ id: 'm', kind: 'toimintamalli', heading, blocks: ['Teksti.', ...(blocks as { type: string }[])] }],
      { toimintamallit: [{ ...model, ...facts }] },
      language,
    ),
  )

describe('the address of a toimintamalli', () => {
  it('differs from the one in the register', () => {
    expect(of({}, [links(page('etaneuvonta-2'))])).toEqual([
      `m registerAddress: ${page('etaneuvonta-2')} | ${page('etaneuvonta')}`,
    ])
    expect(of({}, [links(page('etaneuvonta-2'))], 'Distansrådgivning', 'sv')).toHaveLength(1)
  })

  it('differs between the table and the section', () => {
    const rows = { type: 'toimintamalli_table', rows: [{ name: model.name, url: page('etaneuvonta') }] }
    const variants = { innokyla_url_in_section: page('etaneuvonta-kanta-hame') }
    expect(of(variants, [rows, links(page('etaneuvonta-kanta-hame'))])).toEqual([
      `m address: ${page('etaneuvonta-kanta-hame')} | ${page('etaneuvonta')}`,
    ])
  })

  it('differs in a text that gives it', () => {
    const text = { type: 'paragraph', text: `Malli on kuvattu osoitteessa ${page('etaneuvonta-vanha')}.` }
    expect(of({}, [text])).toHaveLength(1)
  })

  it('is the same with and without www, a protocol or a slash; and another model’s page is not its own', () => {
    expect(of({}, [links('https://www.innokyla.fi/fi/toimintamalli/etaneuvonta/')])).toEqual([])
    expect(
      of({}, [links(page('etaneuvonta'), page('lapin-aivan-muu-malli'), 'https://omahame.fi/etaneuvonta')]),
    ).toEqual([])
    expect(of({ innokyla_url: null }, [links(page('jokin'))])).toEqual([])
  })
})

describe('the tag of a name', () => {
  it('names another investment, in the register or in a heading', () => {
    expect(of({ name: 'Etäneuvonta (RRP, P4, I3)' }, [])).toEqual(['m investment: (RRP, P4, I3) | I1'])
    expect(of({}, [], 'Etäneuvonta (RRP, P4, I1 ja I4)')).toEqual(['m investment: (RRP, P4, I1 ja I4) | I1'])
    expect(of({}, [], 'Etäneuvonta (RRP, P3, I1)')).toEqual(['m tag: (RRP, P3, I1) | (RRP, P4, I1)'])
    expect(of({}, [], 'Distansrådgivning (RRP, P4, I1 och I4)', 'sv')).toHaveLength(1)
  })

  it('fits, however it is written', () => {
    expect(of({}, [], 'Etäneuvonta (RRP P4, I1)')).toEqual([])
    expect(
      of({ name: 'Etäneuvonta (RRP, P4, I1 ja I4)', investments: ['1', '4'] }, [], 'Etäneuvonta (RRP, P4, I1, I4)'),
    ).toEqual([])
  })
})
