'use server'

import { action } from '@/lib/access/action'
import { reportFormAddress } from '@/lib/status-reports/addresses'
import { addLink as hangLink, removeEvidence as takeOff } from '@/lib/status-reports/evidence/commands'
import { linkSchema, removeEvidenceSchema } from '@/lib/status-reports/evidence/schema'

type Place = { project: string; period: string; unit: string }
const back = ({ project, period, unit }: Place) => reportFormAddress(project, period, unit)

export const addLink = action(linkSchema, hangLink, (_added, input) => back(input))
export const removeEvidence = action(removeEvidenceSchema, takeOff, (_gone, input) => back(input))
