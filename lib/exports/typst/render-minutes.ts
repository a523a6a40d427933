import 'server-only'
import { renderJob } from '@/lib/exports/typst/render'
import { type MinutesRenderer, minutesData } from '@/lib/meetings/minutes/model'

/** Minutes as PDF/UA-1, made in the child process that makes every PDF. @throws as renderJob */
export const renderMinutes: MinutesRenderer = (document, createdAt) =>
  renderJob({
    document,
    layout: 'minutes',
    data: JSON.stringify(minutesData(document), null, 1),
    createdAt: Math.floor(createdAt.getTime() / 1000),
  })
