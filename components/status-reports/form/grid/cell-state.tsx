'use client'

import { useState } from 'react'
import { useField } from '@/components/status-reports/form/context'
import type { GridWords } from '@/components/status-reports/form/grid/grid-section'

type Props = { path: string; words: Pick<GridWords, 'cellUnsaved' | 'cellSaved' | 'cellNotSaved'> }

/** Whether what stands in a cell has reached the server; nothing of a cell that has not been touched here. */
export function CellState({ path, words }: Props) {
  const { text, kept, version, refused, other } = useField(path)
  const [opened] = useState(version)
  const is = refused || other ? 'cellNotSaved' : text !== kept ? 'cellUnsaved' : version !== opened ? 'cellSaved' : null
  if (is === null) return null
  return (
    <span className={is === 'cellNotSaved' ? 'text-small text-danger' : 'text-small text-muted'} data-cell={is}>
      {words[is]}
    </span>
  )
}
