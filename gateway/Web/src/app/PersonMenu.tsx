import { ActionIcon, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconCompass, IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signOut } from '../api/session';
import { texts } from '../texts';
import { tourStore } from '../tour/tourStore';
import { showError } from '../ui/announce';
import { Face } from '../ui/Face';
import { initialsOf } from '../ui/format';
import { useSession } from './person';

const SCHEMES = [
  { value: 'light', label: texts.frame.light, icon: IconSun },
  { value: 'dark', label: texts.frame.dark, icon: IconMoon },
  { value: 'auto', label: texts.frame.system, icon: IconDeviceDesktop },
] as const;

export function PersonMenu() {
  const session = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  const leave = async () => {
    try {
      await signOut();
      client.clear();
      // A full load, so that nothing of this person stays in memory.
      window.location.assign('/sign-in');
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          size="lg"
          radius="xl"
          aria-label={`${initialsOf(session.name)}: ${texts.frame.signedInAs(session.name)}`}
        >
          <Face id={session.personId} name={session.name} size={30} isDecorative />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--fp-text)">
            {session.name}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to="/tokens" leftSection={<IconKey size={16} />}>
          {texts.frame.tokens}
        </Menu.Item>
        <Menu.Item leftSection={<IconCompass size={16} />} onClick={() => tourStore.go(0)}>
          {texts.tour.start}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{texts.frame.appearance}</Menu.Label>
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            leftSection={<Icon size={16} />}
            fw={colorScheme === value ? 650 : 400}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {texts.frame.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
