'use client'

import { useEffect, useState } from 'react'
import { useFormTools } from '@/components/status-reports/form/context'
import { put } from '@/components/status-reports/form/put'

/** Who else has the report open for writing, and in which field; told to listeners when somebody comes, not at every move. */
export function Others() {
  const { words, safeguards, nameOf } = useFormTools()
  const sentences = safeguards.others.map(({ name, self, path }) => {
    const { otherHere, otherAtField, selfHere } = words.text
    if (self) return selfHere
    return path === null ? put(otherHere, { who: name }) : put(otherAtField, { who: name, field: nameOf(path) })
  })
  const shown = [...new Set(sentences)]
  const people = [...new Set(safeguards.others.map(({ name, self }) => `${self} ${name}`))].join('\n')
  const [said, setSaid] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again only when somebody comes or goes
  useEffect(() => setSaid(shown.join(' ')), [people])
  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      {shown.length > 0 && (
        <ul className="mt-1" data-others>
          {shown.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}
