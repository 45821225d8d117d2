/*
 * Pinterest's wire objects of an account and those around it (API description 5.23). Of others, the API gives hardly
 * more than names.
 */

export interface UserSummary {
  username: string;
  /** Always `user`. */
  type?: string;
}

export interface LinkedBusiness {
  username?: string;
  image_small_url?: string;
  image_medium_url?: string;
  image_large_url?: string;
  image_xlarge_url?: string;
}

export interface Interest {
  id?: string;
  name?: string;
  key?: string;
  canonical_url?: string;
}

export interface Website {
  website?: string;
  status?: string;
  /** UTC, without a zone in the text; sometimes missing. */
  verified_at?: string;
}
