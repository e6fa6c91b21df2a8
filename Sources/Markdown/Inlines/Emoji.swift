import Bytes

/// The short names of emoji, as GitHub and GitBook write them between colons.
enum Emoji {
    /// The emoji with a name, or nil.
    static func named(_ name: String) -> String? { byName[name] }

    /// Whether a byte may occur in a name; an underscore also as the mask of an escaped one.
    static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || byte == .underscore || byte == .hyphen || byte == .plus || byte == EscapeMask.lead
            || byte == EscapeMask.trail(for: .underscore)
    }

    private static let byName: [String: String] = {
        let words = table.split { $0 == " " || $0 == "\n" }
        return Dictionary(stride(from: 0, to: words.count - 1, by: 2).map { (String(words[$0]), String(words[$0 + 1])) }) { first, _ in
            first
        }
    }()

    private static let table = """
        +1 👍 -1 👎 100 💯 1st_place_medal 🥇 2nd_place_medal 🥈 3rd_place_medal 🥉 abacus 🧮 airplane ✈️ alarm_clock ⏰ alien 👽 ambulance 🚑
        anchor ⚓ angry 😠 apple 🍎 arrow_backward ◀️ arrow_double_down ⏬ arrow_double_up ⏫ arrow_down ⬇️ arrow_down_small 🔽
        arrow_forward ▶️ arrow_heading_down ⤵️ arrow_heading_up ⤴️ arrow_left ⬅️ arrow_lower_left ↙️ arrow_lower_right ↘️
        arrow_right ➡️ arrow_right_hook ↪️ arrow_up ⬆️ arrow_up_down ↕️ arrow_up_small 🔼 arrow_upper_left ↖️ arrow_upper_right ↗️
        arrows_clockwise 🔃 arrows_counterclockwise 🔄 art 🎨 astonished 😲 atom_symbol ⚛️ baby 👶 balance_scale ⚖️ ballot_box_with_check ☑️
        bangbang ‼️ bank 🏦 bar_chart 📊 battery 🔋 beach_umbrella 🏖️ bear 🐻 beer 🍺 beers 🍻 bell 🔔 birthday 🎂 black_circle ⚫ black_flag 🏴
        black_heart 🖤 black_large_square ⬛ black_medium_square ◼️ black_nib ✒️ black_small_square ▪️ blue_book 📘 blue_heart 💙
        blue_square 🟦 blush 😊 boat ⛵ bomb 💣 book 📖 bookmark 🔖 bookmark_tabs 📑 books 📚 boom 💥 bow 🙇 brain 🧠 bread 🍞 bricks 🧱
        bridge_at_night 🌉 briefcase 💼 broken_heart 💔 broom 🧹 brown_circle 🟤 bucket 🪣 bug 🐛 building_construction 🏗️ bulb 💡 bus 🚌
        bust_in_silhouette 👤 busts_in_silhouette 👥 cactus 🌵 cake 🍰 calendar 📆 camera 📷 card_file_box 🗃️ card_index 📇 cat 🐱 chains ⛓️
        chart 💹 chart_with_downwards_trend 📉 chart_with_upwards_trend 📈 checkered_flag 🏁 cherries 🍒 chess_pawn ♟️ city_sunrise 🌇 clap 👏
        clapper 🎬 classical_building 🏛️ clipboard 📋 clock1 🕐 clock12 🕛 closed_book 📕 closed_lock_with_key 🔐 cloud ☁️ cloud_with_rain 🌧️
        cn 🇨🇳 coffee ☕ coin 🪙 cold_sweat 😰 compass 🧭 compression 🗜️ computer 💻 computer_mouse 🖱️ confetti_ball 🎊 confused 😕
        construction 🚧 construction_worker 👷 control_knobs 🎛️ cookie 🍪 cool 🆒 copyright ©️ crossed_fingers 🤞 crossed_flags 🎌 crown 👑
        cry 😢 crystal_ball 🔮 curly_loop ➰ cyclone 🌀 dancer 💃 dart 🎯 dash 💨 date 📅 de 🇩🇪 deciduous_tree 🌳 desktop_computer 🖥️
        detective 🕵️ diamond_shape_with_a_dot_inside 💠 disappointed 😞 dizzy 💫 dna 🧬 dog 🐶 dollar 💵 door 🚪 dvd 📀 e-mail 📧 ear 👂
        earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 egg 🍳 eight 8️⃣ electric_plug 🔌 elephant 🐘 email 📧 end 🔚 envelope ✉️
        envelope_with_arrow 📩 es 🇪🇸 euro 💶 exclamation ❗ exploding_head 🤯 eye 👁️ eyes 👀 facepunch 👊 factory 🏭 fast_forward ⏩ fax 📠
        fearful 😨 ferris_wheel 🎡 file_cabinet 🗄️ file_folder 📁 fire 🔥 fire_engine 🚒 firecracker 🧨 fireworks 🎆 first_quarter_moon 🌓
        fish 🐟 fist ✊ five 5️⃣ flags 🎏 flashlight 🔦 flexed_biceps 💪 floppy_disk 💾 flushed 😳 fog 🌫️ footprints 👣 fountain_pen 🖋️
        four 4️⃣ fox_face 🦊 fr 🇫🇷 fuelpump ⛽ full_moon 🌕 game_die 🎲 gb 🇬🇧 gear ⚙️ gem 💎 gift 🎁 globe_with_meridians 🌐 grapes 🍇
        green_apple 🍏 green_book 📗 green_circle 🟢 green_heart 💚 green_square 🟩 grey_exclamation ❕ grey_question ❔ grimacing 😬 grin 😁
        grinning 😀 guitar 🎸 hammer 🔨 hammer_and_pick ⚒️ hammer_and_wrench 🛠️ hand ✋ handshake 🤝 hankey 💩 hash #️⃣ headphones 🎧 heart ❤️
        heart_eyes 😍 heartpulse 💗 heavy_check_mark ✔️ heavy_division_sign ➗ heavy_dollar_sign 💲 heavy_exclamation_mark ❗
        heavy_heart_exclamation ❣️ heavy_minus_sign ➖ heavy_multiplication_x ✖️ heavy_plus_sign ➕ herb 🌿 hibiscus 🌺 hook 🪝 hourglass ⌛
        hourglass_flowing_sand ⏳ house 🏠 house_with_garden 🏡 hugs 🤗 hushed 😯 ice_cube 🧊 identification_card 🪪 inbox_tray 📥
        incoming_envelope 📨 infinity ♾️ information_source ℹ️ interrobang ⁉️ it 🇮🇹 jigsaw 🧩 joy 😂 jp 🇯🇵 key 🔑 keyboard ⌨️ keycap_ten 🔟
        kissing_heart 😘 kr 🇰🇷 label 🏷️ ladder 🪜 large_blue_circle 🔵 large_blue_diamond 🔷 large_orange_diamond 🔶 laughing 😆 leaves 🍃
        ledger 📒 left_right_arrow ↔️ leftwards_arrow_with_hook ↩️ lemon 🍋 level_slider 🎚️ link 🔗 linked_paperclips 🖇️ lion 🦁 lips 👄
        lock 🔒 lock_with_ink_pen 🔏 locomotive 🚂 loop ➿ loud_sound 🔊 loudspeaker 📢 love_letter 💌 low_brightness 🔅 mag 🔍 mag_right 🔎
        magic_wand 🪄 magnet 🧲 mailbox 📫 mailbox_with_mail 📬 man 👨 mans_shoe 👞 maple_leaf 🍁 mask 😷 medal_sports 🏅 mega 📣 melting_face 🫠
        memo 📝 mens 🚹 microphone 🎤 microscope 🔬 military_medal 🎖️ milky_way 🌌 minidisc 💽 mobile_phone_off 📴 money_with_wings 💸
        moneybag 💰 monkey 🐒 moon 🌔 mortar_board 🎓 mountain ⛰️ movie_camera 🎥 muscle 💪 mushroom 🍄 musical_note 🎵 musical_score 🎼 mute 🔇
        nail_care 💅 nerd_face 🤓 nest_with_eggs 🪺 neutral_face 😐 new 🆕 new_moon 🌑 newspaper 📰 night_with_stars 🌃 nine 9️⃣ no_bell 🔕
        no_entry ⛔ no_entry_sign 🚫 no_good 🙅 no_mobile_phones 📵 nose 👃 notebook 📓 notebook_with_decorative_cover 📔 notes 🎶
        nut_and_bolt 🔩 o ⭕ ocean 🌊 octopus 🐙 office 🏢 oil_drum 🛢️ ok 🆗 ok_hand 👌 old_key 🗝️ on 🔛 one 1️⃣ open_book 📖 open_file_folder 📂
        open_hands 👐 open_mouth 😮 orange_book 📙 orange_circle 🟠 orange_heart 🧡 orange_square 🟧 outbox_tray 📤 package 📦 page_facing_up 📄
        page_with_curl 📃 pager 📟 paintbrush 🖌️ palm_tree 🌴 paperclip 📎 paperclips 🖇️ parking 🅿️ parrot 🦜 partying_face 🥳
        passport_control 🛂 pause_button ⏸️ pear 🍐 pen 🖊️ pencil 📝 pencil2 ✏️ penguin 🐧 pensive 😔 people_holding_hands 🧑‍🤝‍🧑
        performing_arts 🎭 person_frowning 🙍 petri_dish 🧫 phone ☎️ pick ⛏️ pie 🥧 pill 💊 pinched_fingers 🤌 pirate_flag 🏴‍☠️ pizza 🍕
        placard 🪧 play_or_pause_button ⏯️ point_down 👇 point_left 👈 point_right 👉 point_up ☝️ point_up_2 👆 police_car 🚓 poop 💩
        postbox 📮 pouting_face 🙎 pray 🙏 printer 🖨️ probing_cane 🦯 purple_circle 🟣 purple_heart 💜 purple_square 🟪 pushpin 📌
        puzzle_piece 🧩 question ❓ rabbit 🐰 radio 📻 radio_button 🔘 radioactive ☢️ rage 😡 rainbow 🌈 raised_back_of_hand 🤚
        raised_eyebrow 🤨 raised_hand ✋ raised_hands 🙌 raising_hand 🙋 receipt 🧾 recycle ♻️ red_car 🚗 red_circle 🔴 red_square 🟥
        registered ®️ relaxed ☺️ relieved 😌 repeat 🔁 rewind ⏪ ribbon 🎀 ringed_planet 🪐 robot 🤖 rocket 🚀 rofl 🤣 roller_coaster 🎢
        rolling_on_the_floor_laughing 🤣 rose 🌹 rotating_light 🚨 round_pushpin 📍 ru 🇷🇺 runner 🏃 sailboat ⛵ saluting_face 🫡 satellite 📡
        satisfied 😆 saxophone 🎷 scales ⚖️ school 🏫 school_satchel 🎒 scissors ✂️ scream 😱 screwdriver 🪛 scroll 📜 seat 💺 secret ㊙️
        see_no_evil 🙈 seedling 🌱 selfie 🤳 seven 7️⃣ shamrock ☘️ shield 🛡️ ship 🚢 shopping_cart 🛒 shower 🚿 shrug 🤷 signal_strength 📶
        six 6️⃣ skull 💀 sleeping 😴 small_blue_diamond 🔹 small_orange_diamond 🔸 small_red_triangle 🔺 small_red_triangle_down 🔻 smile 😄
        smiley 😃 smiling_face_with_three_hearts 🥰 smirk 😏 snail 🐌 snake 🐍 snowflake ❄️ snowman ⛄ soap 🧼 sob 😭 soccer ⚽ soon 🔜 sos 🆘
        sound 🔉 space_invader 👾 sparkle ❇️ sparkler 🎇 sparkles ✨ sparkling_heart 💖 speaker 🔈 speech_balloon 💬 spider 🕷️ spider_web 🕸️
        spiral_calendar 🗓️ spiral_notepad 🗒️ star ⭐ star2 🌟 star_struck 🤩 stars 🌠 stethoscope 🩺 stop_sign 🛑 stopwatch ⏱️
        straight_ruler 📏 stuck_out_tongue 😛 studio_microphone 🎙️ sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ sunrise 🌅 sweat 😓
        sweat_smile 😅 symbols 🔣 syringe 💉 t-rex 🦖 tada 🎉 tangerine 🍊 taxi 🚕 tea 🍵 technologist 🧑‍💻 telephone ☎️ telephone_receiver 📞
        telescope 🔭 tent ⛺ test_tube 🧪 thermometer 🌡️ thinking 🤔 thought_balloon 💭 three 3️⃣ thumbsdown 👎 thumbsup 👍
        thunder_cloud_and_rain ⛈️ ticket 🎫 tiger 🐯 timer_clock ⏲️ tm ™️ toilet 🚽 toolbox 🧰 top 🔝 tornado 🌪️ tractor 🚜 traffic_light 🚥
        train 🚋 tram 🚊 triangular_flag_on_post 🚩 triangular_ruler 📐 trophy 🏆 truck 🚚 tulip 🌷 turtle 🐢 tv 📺 two 2️⃣ u7a7a 🈳 umbrella ☔
        unamused 😒 unicorn 🦄 unlock 🔓 up 🆙 us 🇺🇸 v ✌️ vertical_traffic_light 🚦 vhs 📼 vibration_mode 📳 video_camera 📹 video_game 🎮
        violin 🎻 volcano 🌋 vs 🆚 walking 🚶 warning ⚠️ wastebasket 🗑️ watch ⌚ water_buffalo 🐃 watermelon 🍉 wave 👋 wavy_dash 〰️ weary 😩
        wheel_of_dharma ☸️ wheelchair ♿ white_check_mark ✅ white_circle ⚪ white_flag 🏳️ white_heart 🤍 white_large_square ⬜
        white_medium_square ◻️ white_small_square ▫️ wind_face 🌬️ window 🪟 wine_glass 🍷 wink 😉 wolf 🐺 woman 👩 wood 🪵 world_map 🗺️
        worried 😟 wrench 🔧 writing_hand ✍️ x ❌ yellow_circle 🟡 yellow_heart 💛 yellow_square 🟨 yum 😋 zap ⚡ zero 0️⃣ zipper_mouth_face 🤐
        zzz 💤
        """
}
