import type { ReactElement } from 'react'
import { type BoardPart, Dashboard } from '@/components/steering/dashboard'
import type { Board } from '@/components/steering/model'
import { summarise } from '@/lib/steering/model'

type Drawn = Omit<Board, 'summary'> & { part: BoardPart }

/** A frozen part of the page. */
export function drawDashboard({ part, ...drawn }: Drawn): ReactElement {
  return <Dashboard part={part} {...drawn} summary={summarise(drawn.body, drawn.earlier?.body ?? null)} />
}
