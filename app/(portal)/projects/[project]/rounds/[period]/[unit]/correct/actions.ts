'use server'

import { action } from '@/lib/access/action'
import { reportAddress } from '@/lib/status-reports/addresses'
import { correctFigure } from '@/lib/status-reports/corrections/commands'
import { correctionSchema } from '@/lib/status-reports/corrections/schema'

export const correct = action(
  correctionSchema,
  correctFigure,
  (_corrected, { project, period, unit }) => `${reportAddress(project, period, unit)}#indicators`,
)
