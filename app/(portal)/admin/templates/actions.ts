'use server'

import { action } from '@/lib/access/action'
import { placeAnchor, templatesAddress, versionAddress } from '@/lib/final-report/templates/addresses'
import {
  addTemplate,
  discardVersion,
  openVersion,
  publishVersion,
  setDetails,
} from '@/lib/final-report/templates/commands'
import { addPlace, editPlace, movePlace, removePlace } from '@/lib/final-report/templates/places/commands'
import { addPrompt, editPrompt, movePrompt, removePrompt } from '@/lib/final-report/templates/prompts/commands'
import {
  detailsSchema,
  discardSchema,
  movePlaceSchema,
  movePromptSchema,
  newPlaceSchema,
  newPromptSchema,
  newTemplateSchema,
  openVersionSchema,
  placeSchema,
  promptSchema,
  publishSchema,
  removePlaceSchema,
  removePromptSchema,
} from '@/lib/final-report/templates/schema'

type In = { versionId: string }
const toOpened = ({ versionId }: In) => versionAddress(versionId)
// Without a place on the page where the form stands on the version's own page: that would be taken for a jump within it.
const toVersion = (_done: unknown, { versionId }: In) => versionAddress(versionId)
const toPlace = (done: { placeId: string } | null, { versionId }: In) =>
  done ? `${versionAddress(versionId)}#${placeAnchor(done.placeId)}` : versionAddress(versionId)

export const make = action(newTemplateSchema, addTemplate, toOpened)
export const open = action(openVersionSchema, openVersion, toOpened)
export const describe = action(detailsSchema, setDetails, toVersion)
export const publish = action(publishSchema, publishVersion, toVersion)
export const discard = action(discardSchema, discardVersion, () => templatesAddress)
export const putPlace = action(newPlaceSchema, addPlace, toPlace)
export const changePlace = action(placeSchema, editPlace, toPlace)
export const shiftPlace = action(movePlaceSchema, movePlace, toVersion)
export const dropPlace = action(removePlaceSchema, removePlace, toVersion)
export const putPrompt = action(newPromptSchema, addPrompt, toVersion)
export const changePrompt = action(promptSchema, editPrompt, toVersion)
export const shiftPrompt = action(movePromptSchema, movePrompt, toVersion)
export const dropPrompt = action(removePromptSchema, removePrompt, toVersion)
