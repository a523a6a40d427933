import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MeetingList } from '@/components/meetings/meeting-list'
import type { BodyRow } from '@/lib/meetings/model'
import { words } from '@/lib/platform/words'

const group: BodyRow = { id: 'o', name: 'Ohjausryhmä', version: 1, meetings: [] }

const shown = (bodies: BodyRow[], readsEvery: boolean) =>
  renderToStaticMarkup(
    <MeetingList t={words('fi')} projectKey="kkk2" bodies={bodies} mayWrite={false} readsEvery={readsEvery} />,
  )

describe('a list without meetings', () => {
  it.each([[[]], [[group]]])('says that there are none only to who sees them all', (bodies) => {
    expect(shown(bodies, true)).toContain('Kokouksia ei ole vielä')
    expect(shown(bodies, false)).not.toContain('Kokouksia ei ole vielä')
    expect(shown(bodies, false)).toContain('Hyväksyttyjä pöytäkirjoja ei ole vielä')
  })
})
