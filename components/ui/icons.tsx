import type { ComponentChildren } from 'preact';

/** Draws a sign of 16 by 16 in the colour of the text around it. It says nothing to screen readers. */
export function Icon({ children, size = 16 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

type Size = { size?: number };

export const PanelIcon = (props: Size) => (
  <Icon {...props}>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="2" />
    <path d="M10 2.75v10.5" />
  </Icon>
);

/** Arrows to two corners: more room. */
export const WindowIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M9.5 2.75h3.75V6.5M13 3 9 7M6.5 13.25H2.75V9.5M3 13l4-4" />
  </Icon>
);

export const SettingsIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14" />
    <circle cx="10.25" cy="4.5" r="1.75" />
    <circle cx="5.75" cy="11.5" r="1.75" />
  </Icon>
);

export const CropIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M4.5 1.5v10h10M1.5 4.5h10v10" />
  </Icon>
);

export const CloseIcon = (props: Size) => (
  <Icon {...props}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const ClockIcon = (props: Size) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.75V8l2.25 1.5" />
  </Icon>
);

export const LockIcon = (props: Size) => (
  <Icon {...props}>
    <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
    <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
  </Icon>
);

export const PlusIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

export const CheckIcon = (props: Size) => (
  <Icon {...props}>
    <path d="m3.25 8.5 3.25 3.25 6.25-7" />
  </Icon>
);

export const PictureIcon = (props: Size) => (
  <Icon {...props}>
    <rect x="2" y="2.75" width="12" height="10.5" rx="2" />
    <circle cx="5.75" cy="6.25" r="1" />
    <path d="m3 12 3.5-3.5 2 2L11 8l2.5 2.5" />
  </Icon>
);

export const EditIcon = (props: Size) => (
  <Icon {...props}>
    <path d="m3 13 .75-3L10.5 3.25l2.25 2.25L6 12.25zM9 4.75 11.25 7" />
  </Icon>
);

export const DeleteIcon = (props: Size) => (
  <Icon {...props}>
    <path d="M2.75 4.5h10.5M6 4.25V2.75h4v1.5M4 4.5l.6 8.75h6.8L12 4.5M6.75 7v3.75M9.25 7v3.75" />
  </Icon>
);

/** A page with a mark in it, which is filled where the site is allowed. */
export const SiteIcon = ({ isOn, ...props }: Size & { isOn: boolean }) => (
  <Icon {...props}>
    <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="2" />
    <path d="M1.75 5.75h12.5" />
    <circle cx="8" cy="9.5" r="1.75" fill={isOn ? 'currentColor' : 'none'} />
  </Icon>
);

/** Tack's own sign: a brass tack with a steel pin. */
export function TackMark({ size = 18 }: Size) {
  return (
    <svg class="tack-mark" width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <path d="M9 10.5v6" stroke="var(--ink-2)" stroke-width="1.6" stroke-linecap="round" />
      <circle cx="9" cy="6" r="5" fill="var(--brass-fill)" />
      <circle cx="7.4" cy="4.5" r="1.5" fill="#fff" opacity=".55" />
    </svg>
  );
}
