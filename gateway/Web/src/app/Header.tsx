import { ActionIcon, Burger, Group, Kbd, Text, UnstyledButton } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { texts } from '../texts';
import { commands } from './commands';
import classes from './Header.module.css';
import { Notices } from './Notices';
import { PersonMenu } from './PersonMenu';

interface HeaderProps {
  isNavigationOpen: boolean;
  onNavigation: () => void;
}

export function Header({ isNavigationOpen, onNavigation }: HeaderProps) {
  const label = isNavigationOpen ? texts.frame.closeNavigation : texts.frame.openNavigation;
  return (
    <Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap">
        <Burger hiddenFrom="sm" size="sm" opened={isNavigationOpen} onClick={onNavigation} aria-label={label} />
        <Link to="/my-work" className={classes.brand} aria-label={texts.frame.product}>
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <Text fw={680} visibleFrom="xs" component="span">
            {texts.frame.product}
          </Text>
        </Link>
      </Group>
      <UnstyledButton className={classes.search} onClick={() => commands.run('search')}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchText}>{texts.frame.search}</span>
        <Kbd size="xs" className={classes.hint ?? ''}>
          {texts.frame.searchHint}
        </Kbd>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          size="lg"
          visibleFrom="sm"
          aria-label={texts.frame.keyboardTitle}
          onClick={() => commands.run('help')}
        >
          <IconKeyboard size={20} stroke={1.7} />
        </ActionIcon>
        <Notices />
        <PersonMenu />
      </Group>
    </Group>
  );
}
