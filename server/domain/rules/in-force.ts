/** The days from which the laws hold that the rules cite. */
export const IN_FORCE = {
  LDMAA: '2008-05-01',
  O17: '2012-01-01',
  O33: '2017-07-01',
  PML: '2011-01-01',
  Platform2024: '2024-01-19',
  /** Civil Procedure Law as amended: 2007, 2012, 2021, 2023; each amendment renumbered its articles. */
  CPL2007: '2008-04-01',
  CPL2012: '2013-01-01',
  CPL2021: '2022-01-01',
  CPL2023: '2024-01-01',
  CivilCode: '2021-01-01',
  CivilGeneral: '2017-10-01',
  Inspection: '2004-12-01',
  InspectionRules: '2005-02-01',
  Injury: '2011-01-01',
  LabourInterpretation: '2021-01-01',
  LegalAid: '2022-01-01',
  Wages: '2020-05-01',
  WageCrime: '2013-01-23',
} as const;
