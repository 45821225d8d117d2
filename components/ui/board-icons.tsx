import { Icon } from './icons';

/* Signs that only lists of boards have: no part of what every view loads first. */

interface Size {
  size?: number;
}

export const StarIcon = (props: Size) => (
  <Icon {...props}>
    <path d="m8 2 1.8 3.7 4.1.6-3 2.9.7 4.1L8 11.4l-3.6 1.9.7-4.1-3-2.9 4.1-.6z" />
  </Icon>
);

/** An eye that is crossed out. */
export const HideIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M2 8s2.200-4 6-4 6 4 6 4-2.200 4-6 4-6-4-6-4zM3 13.500 13 2.500" />
  </Icon>
);

/** Two people. */
export const GroupIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M6 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM1.500 13.500c0-2.500 2-4 4.500-4s4.500 1.500 4.500 4M10.500 3a2.300 2.300 0 0 1 0 4.500M12.500 10c1.300.700 2 2 2 3.500" />
  </Icon>
);
