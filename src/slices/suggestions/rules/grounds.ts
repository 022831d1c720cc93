/** Why a paper is no suggestion (domain A1.3); each profile picks its own. */
export const groundCodes = [
  'PERSONAL',
  'FORWARDED',
  'ACADEMIC_AD',
  'NO_SUBSTANCE',
  'CONCRETE_CASE',
  'COMPLAINT',
  'BIDDING',
  'INTEREST',
  'CONSULT',
  'OUT_OF_SCOPE',
  'ILLEGAL',
] as const
