"""What Clerk tells its code in browsers. Shapes: types of `@clerk/shared` 4.41."""

from typing import Any

MS = 1000
_DAY_MS = 24 * 3600 * MS
_PICTURE = "https://img.clerk.com/person.svg"
_UNUSED = {
    "enabled": False, "required": False, "used_for_first_factor": False, "first_factors": [],
    "used_for_second_factor": False, "second_factors": [], "verifications": [],
    "verify_at_sign_up": False,
}  # fmt: skip
_ATTRIBUTES = (
    "phone_number", "username", "first_name", "last_name", "web3_wallet", "authenticator_app",
    "backup_code", "passkey",
)  # fmt: skip


def environment() -> dict[str, Any]:
    """Return how an app is set up: e-mail and password, one session, paid plans."""
    return {
        "object": "environment",
        "id": "env_1",
        "maintenance_mode": False,
        "auth_config": {
            "object": "auth_config", "id": "aconf_1", "single_session_mode": True,
            "claimed_at": None, "reverification": False,
        },
        "display_config": _display(),
        "user_settings": _user_settings(),
        "organization_settings": {
            "enabled": False, "max_allowed_memberships": 1, "force_organization_selection": False,
            "actions": {"admin_delete": False}, "slug": {"disabled": True},
            "domains": {"enabled": False, "enrollment_modes": [], "default_role": None},
            "organization_creation_defaults": {"enabled": False},
        },
        "commerce_settings": {
            "billing": {
                "stripe_publishable_key": None,
                "organization": {"enabled": False, "has_paid_plans": False},
                "user": {"enabled": True, "has_paid_plans": True},
            }
        },
        "api_keys_settings": {"enabled": False},
        "protect_config": {"object": "protect_config", "id": "protect_1", "loaders": []},
    }  # fmt: skip


def user(subject: str, email: str) -> dict[str, Any]:
    """Return a person with one verified address."""
    lists = (
        "phone_numbers", "web3_wallets", "external_accounts", "enterprise_accounts", "passkeys",
        "organization_memberships",
    )  # fmt: skip
    return {
        "object": "user", "id": subject, "first_name": "Ada", "last_name": "Byron",
        "username": None, "image_url": _PICTURE, "has_image": False,
        "primary_email_address_id": "idn_1", "primary_phone_number_id": None,
        "primary_web3_wallet_id": None, "external_id": None, "password_enabled": True,
        "totp_enabled": False, "backup_code_enabled": False, "two_factor_enabled": False,
        "public_metadata": {}, "unsafe_metadata": {}, "last_sign_in_at": None,
        "create_organization_enabled": False, "delete_self_enabled": True,
        "legal_accepted_at": None, "created_at": 0, "updated_at": 0,
        "email_addresses": [{
            "object": "email_address", "id": "idn_1", "email_address": email, "linked_to": [],
            "matches_sso_connection": False,
            "verification": {"status": "verified", "strategy": "email_code"},
        }],
        **{name: [] for name in lists},
    }  # fmt: skip


def session(number: int, person: dict[str, Any], jwt: str, now_ms: int) -> dict[str, Any]:
    """Return a live session, with its newest token."""
    return {
        "object": "session", "id": f"sess_{number}", "status": "active", "user": person,
        "expire_at": now_ms + _DAY_MS, "abandon_at": now_ms + _DAY_MS, "last_active_at": now_ms,
        "last_active_token": {"object": "token", "jwt": jwt},
        "last_active_organization_id": None, "actor": None, "tasks": None,
        "factor_verification_age": [0, -1], "created_at": now_ms, "updated_at": now_ms,
        "public_user_data": {
            "first_name": "Ada", "last_name": "Byron", "image_url": _PICTURE, "has_image": False,
            "identifier": person["email_addresses"][0]["email_address"], "user_id": person["id"],
        },
    }  # fmt: skip


def client(sessions: list[dict[str, Any]], sign_in: dict[str, Any] | None) -> dict[str, Any]:
    """Return a browser, as Clerk knows it."""
    return {
        "object": "client", "id": "client_1", "sessions": sessions, "sign_in": sign_in,
        "sign_up": None, "last_active_session_id": sessions[0]["id"] if sessions else None,
        "last_authentication_strategy": None, "captcha_bypass": True, "cookie_expires_at": None,
        "created_at": 0, "updated_at": 0,
    }  # fmt: skip


def sign_in(status: str, email: str, session_id: str | None) -> dict[str, Any]:
    """Return an attempt to sign in, as far as it has come."""
    factors = [{"strategy": "password"}]
    return {
        "object": "sign_in_attempt", "id": "sia_1", "status": status, "identifier": email,
        "supported_identifiers": ["email_address"], "supported_first_factors": factors,
        "supported_second_factors": None, "first_factor_verification": None,
        "second_factor_verification": None, "created_session_id": session_id,
        "user_data": {"first_name": "Ada", "last_name": "Byron", "image_url": _PICTURE,
                      "has_image": False},
    }  # fmt: skip


def plan(slug: str, name: str, amount: int, features: dict[str, str]) -> dict[str, Any]:
    """Return a plan that is sold; features by slug, with their names."""
    fee = {"amount": amount, "amount_formatted": f"{amount / 100:.2f}", "currency": "USD",
           "currency_symbol": "$"}  # fmt: skip
    return {
        "object": "commerce_plan", "id": f"cplan_{slug}", "name": name, "slug": slug, "fee": fee,
        "annual_fee": None, "annual_monthly_fee": None, "description": "", "avatar_url": "",
        "is_default": amount == 0, "is_recurring": True, "has_base_fee": amount > 0,
        "for_payer_type": "user", "publicly_visible": True, "free_trial_enabled": False,
        "free_trial_days": None,
        "features": [
            {"object": "feature", "id": f"feat_{key}", "name": text, "slug": key,
             "description": "", "avatar_url": ""}
            for key, text in features.items()
        ],
    }  # fmt: skip


def subscription(bought: dict[str, Any]) -> dict[str, Any]:
    """Return what a person has bought; everybody has at least the default plan."""
    return {
        "object": "commerce_subscription", "id": "csub_1", "status": "active", "created_at": 0,
        "active_at": 0, "updated_at": 0, "past_due_at": None, "next_payment": None,
        "eligible_for_free_trial": False,
        "subscription_items": [{
            "object": "commerce_subscription_item", "id": "csubi_1", "plan": bought,
            "plan_period": "month", "price_id": "cprice_1", "status": "active", "created_at": 0,
            "period_start": 0, "period_end": None, "canceled_at": None, "past_due_at": None,
            "is_free_trial": False,
        }],
    }  # fmt: skip


def _display() -> dict[str, Any]:
    addresses = (
        "after_sign_in_url", "after_sign_out_all_url", "after_sign_out_one_url",
        "after_sign_up_url", "after_switch_session_url", "home_url", "sign_in_url", "sign_up_url",
        "user_profile_url", "organization_profile_url", "create_organization_url",
        "after_leave_organization_url", "after_create_organization_url", "terms_url",
        "privacy_policy_url", "waitlist_url", "after_join_waitlist_url", "logo_image_url",
        "favicon_image_url", "support_email",
    )  # fmt: skip
    return {
        **dict.fromkeys(addresses, ""),
        "object": "display_config", "id": "display_1", "application_name": "Darasa",
        "branded": True, "captcha_public_key": None, "captcha_widget_type": None,
        "captcha_public_key_invisible": None, "captcha_provider": "turnstile",
        "captcha_oauth_bypass": None, "instance_environment_type": "development",
        "preferred_sign_in_strategy": "password", "show_devmode_warning": False, "theme": {},
    }  # fmt: skip


def _user_settings() -> dict[str, Any]:
    used = {"enabled": True, "required": True, "used_for_first_factor": True}
    return {
        "attributes": {
            **dict.fromkeys(_ATTRIBUTES, _UNUSED),
            "email_address": {**_UNUSED, **used, "first_factors": ["email_code"],
                              "verifications": ["email_code"]},
            "password": {**_UNUSED, **used},
        },
        "actions": {"delete_self": True, "create_organization": False},
        "social": {},
        "enterprise_sso": {"enabled": False, "self_serve_sso": False},
        "sign_in": {"second_factor": {"required": False, "enabled": False}},
        "sign_up": {"allowlist_only": False, "progressive": True, "captcha_enabled": False,
                    "mode": "public", "legal_consent_enabled": False},
        "password_settings": {
            "allowed_special_characters": "", "disable_hibp": True, "min_length": 8,
            "max_length": 72, "require_special_char": False, "require_numbers": False,
            "require_uppercase": False, "require_lowercase": False, "show_zxcvbn": False,
            "min_zxcvbn_strength": 0,
        },
        "passkey_settings": {"allow_autofill": False, "show_sign_in_button": False},
        "username_settings": {"min_length": 4, "max_length": 64},
    }  # fmt: skip
