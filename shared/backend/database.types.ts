// Generated from the migrations by: npm run types
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      articles: {
        Row: {
          body: string;
          created_at: string;
          created_by: string | null;
          id: string;
          locale: string;
          project_id: string;
          published_at: string | null;
          search: unknown;
          source_message_id: string | null;
          status: Database['public']['Enums']['article_status'];
          title: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          body: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          locale: string;
          project_id: string;
          published_at?: string | null;
          search?: unknown;
          source_message_id?: string | null;
          status?: Database['public']['Enums']['article_status'];
          title: string;
          updated_at?: string;
        };
        Update: {
          body?: string;
          created_at?: string;
          created_by?: string | null;
          id?: string;
          locale?: string;
          project_id?: string;
          published_at?: string | null;
          search?: unknown;
          source_message_id?: string | null;
          status?: Database['public']['Enums']['article_status'];
          title?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'articles_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'articles_source_message_id_fkey';
            columns: ['source_message_id'];
            isOneToOne: false;
            referencedRelation: 'messages';
            referencedColumns: ['id'];
          },
        ];
      };
      attachments: {
        Row: {
          annotation: Json | null;
          bytes: number;
          clean_of: string | null;
          content_type: string;
          conversation_id: string | null;
          created_at: string;
          height: number | null;
          id: string;
          idempotency_key: string;
          member_id: string | null;
          message_id: string | null;
          name: string | null;
          path: string;
          project_id: string;
          sha256: string | null;
          state: Database['public']['Enums']['attachment_state'];
          visitor_id: string | null;
          width: number | null;
        };
        ComputedFields: never;
        Insert: {
          annotation?: Json | null;
          bytes: number;
          clean_of?: string | null;
          content_type: string;
          conversation_id?: string | null;
          created_at?: string;
          height?: number | null;
          id?: string;
          idempotency_key: string;
          member_id?: string | null;
          message_id?: string | null;
          name?: string | null;
          path: string;
          project_id: string;
          sha256?: string | null;
          state?: Database['public']['Enums']['attachment_state'];
          visitor_id?: string | null;
          width?: number | null;
        };
        Update: {
          annotation?: Json | null;
          bytes?: number;
          clean_of?: string | null;
          content_type?: string;
          conversation_id?: string | null;
          created_at?: string;
          height?: number | null;
          id?: string;
          idempotency_key?: string;
          member_id?: string | null;
          message_id?: string | null;
          name?: string | null;
          path?: string;
          project_id?: string;
          sha256?: string | null;
          state?: Database['public']['Enums']['attachment_state'];
          visitor_id?: string | null;
          width?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'attachments_clean_of_fkey';
            columns: ['clean_of'];
            isOneToOne: true;
            referencedRelation: 'attachments';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attachments_conversation_id_fkey';
            columns: ['conversation_id'];
            isOneToOne: false;
            referencedRelation: 'conversations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attachments_message_id_fkey';
            columns: ['message_id'];
            isOneToOne: false;
            referencedRelation: 'messages';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attachments_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'attachments_visitor_id_fkey';
            columns: ['visitor_id'];
            isOneToOne: false;
            referencedRelation: 'visitors';
            referencedColumns: ['id'];
          },
        ];
      };
      boards: {
        Row: {
          created_at: string;
          id: string;
          name: string;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
          project_id: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'boards_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      captures: {
        Row: {
          annotation: Json | null;
          board_id: string;
          bytes: number;
          captured_at: string;
          clean_bytes: number | null;
          clean_content_type: string | null;
          clean_path: string | null;
          clean_sha256: string | null;
          competitor_id: string | null;
          content_type: string;
          created_at: string;
          created_by: string | null;
          height: number;
          id: string;
          note: string;
          page_title: string;
          path: string;
          project_id: string;
          sha256: string;
          source_url: string | null;
          title: string;
          width: number;
        };
        ComputedFields: never;
        Insert: {
          annotation?: Json | null;
          board_id: string;
          bytes: number;
          captured_at?: string;
          clean_bytes?: number | null;
          clean_content_type?: string | null;
          clean_path?: string | null;
          clean_sha256?: string | null;
          competitor_id?: string | null;
          content_type: string;
          created_at?: string;
          created_by?: string | null;
          height: number;
          id: string;
          note?: string;
          page_title?: string;
          path: string;
          project_id: string;
          sha256: string;
          source_url?: string | null;
          title: string;
          width: number;
        };
        Update: {
          annotation?: Json | null;
          board_id?: string;
          bytes?: number;
          captured_at?: string;
          clean_bytes?: number | null;
          clean_content_type?: string | null;
          clean_path?: string | null;
          clean_sha256?: string | null;
          competitor_id?: string | null;
          content_type?: string;
          created_at?: string;
          created_by?: string | null;
          height?: number;
          id?: string;
          note?: string;
          page_title?: string;
          path?: string;
          project_id?: string;
          sha256?: string;
          source_url?: string | null;
          title?: string;
          width?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'captures_board_id_fkey';
            columns: ['board_id'];
            isOneToOne: false;
            referencedRelation: 'boards';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'captures_competitor_id_fkey';
            columns: ['competitor_id'];
            isOneToOne: false;
            referencedRelation: 'competitors';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'captures_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      competitors: {
        Row: {
          created_at: string;
          domain: string;
          id: string;
          name: string;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          domain: string;
          id?: string;
          name: string;
          project_id: string;
        };
        Update: {
          created_at?: string;
          domain?: string;
          id?: string;
          name?: string;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'competitors_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      conversations: {
        Row: {
          changed_in: unknown;
          closed_at: string | null;
          context: NonNullable<Json>;
          created_at: string;
          first_answer_at: string | null;
          id: string;
          idempotency_key: string;
          kind: Database['public']['Enums']['conversation_kind'];
          last_message_at: string;
          last_message_author: Database['public']['Enums']['message_author'];
          locale: string;
          number: number;
          preview: string;
          project_id: string;
          status: Database['public']['Enums']['conversation_status'];
          visitor_id: string;
          visitor_read_at: string;
        };
        ComputedFields: never;
        Insert: {
          changed_in?: unknown;
          closed_at?: string | null;
          context?: NonNullable<Json>;
          created_at?: string;
          first_answer_at?: string | null;
          id?: string;
          idempotency_key?: string;
          kind: Database['public']['Enums']['conversation_kind'];
          last_message_at?: string;
          last_message_author?: Database['public']['Enums']['message_author'];
          locale: string;
          number: number;
          preview?: string;
          project_id: string;
          status?: Database['public']['Enums']['conversation_status'];
          visitor_id: string;
          visitor_read_at?: string;
        };
        Update: {
          changed_in?: unknown;
          closed_at?: string | null;
          context?: NonNullable<Json>;
          created_at?: string;
          first_answer_at?: string | null;
          id?: string;
          idempotency_key?: string;
          kind?: Database['public']['Enums']['conversation_kind'];
          last_message_at?: string;
          last_message_author?: Database['public']['Enums']['message_author'];
          locale?: string;
          number?: number;
          preview?: string;
          project_id?: string;
          status?: Database['public']['Enums']['conversation_status'];
          visitor_id?: string;
          visitor_read_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'conversations_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'conversations_visitor_id_fkey';
            columns: ['visitor_id'];
            isOneToOne: false;
            referencedRelation: 'visitors';
            referencedColumns: ['id'];
          },
        ];
      };
      members: {
        Row: {
          created_at: string;
          display_name: string;
          role: Database['public']['Enums']['member_role'];
          user_id: string;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          display_name: string;
          role: Database['public']['Enums']['member_role'];
          user_id: string;
          workspace_id: string;
        };
        Update: {
          created_at?: string;
          display_name?: string;
          role?: Database['public']['Enums']['member_role'];
          user_id?: string;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'members_workspace_id_fkey';
            columns: ['workspace_id'];
            isOneToOne: false;
            referencedRelation: 'workspaces';
            referencedColumns: ['id'];
          },
        ];
      };
      messages: {
        Row: {
          author: Database['public']['Enums']['message_author'];
          body: string;
          conversation_id: string;
          created_at: string;
          id: string;
          idempotency_key: string;
          internal: boolean;
          member_id: string | null;
          project_id: string;
        };
        ComputedFields: never;
        Insert: {
          author?: Database['public']['Enums']['message_author'];
          body: string;
          conversation_id: string;
          created_at?: string;
          id?: string;
          idempotency_key?: string;
          internal?: boolean;
          member_id?: string | null;
          project_id: string;
        };
        Update: {
          author?: Database['public']['Enums']['message_author'];
          body?: string;
          conversation_id?: string;
          created_at?: string;
          id?: string;
          idempotency_key?: string;
          internal?: boolean;
          member_id?: string | null;
          project_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'messages_conversation_id_fkey';
            columns: ['conversation_id'];
            isOneToOne: false;
            referencedRelation: 'conversations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'messages_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      projects: {
        Row: {
          allowed_origins: string[];
          business_hours: Json | null;
          created_at: string;
          id: string;
          name: string;
          publishable_key: string;
          survey_rest_days: number;
          workspace_id: string;
        };
        ComputedFields: never;
        Insert: {
          allowed_origins?: string[];
          business_hours?: Json | null;
          created_at?: string;
          id?: string;
          name: string;
          publishable_key?: string;
          survey_rest_days?: number;
          workspace_id: string;
        };
        Update: {
          allowed_origins?: string[];
          business_hours?: Json | null;
          created_at?: string;
          id?: string;
          name?: string;
          publishable_key?: string;
          survey_rest_days?: number;
          workspace_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'projects_workspace_id_fkey';
            columns: ['workspace_id'];
            isOneToOne: false;
            referencedRelation: 'workspaces';
            referencedColumns: ['id'];
          },
        ];
      };
      responses: {
        Row: {
          answers: NonNullable<Json>;
          comment: string | null;
          conversation_id: string | null;
          created_at: string;
          id: string;
          idempotency_key: string;
          kind: Database['public']['Enums']['survey_kind'];
          locale: string;
          outcome: Database['public']['Enums']['survey_outcome'];
          page_url: string | null;
          project_id: string;
          score: number | null;
          survey_id: string;
          visitor_id: string;
        };
        ComputedFields: never;
        Insert: {
          answers?: NonNullable<Json>;
          comment?: string | null;
          conversation_id?: string | null;
          created_at?: string;
          id?: string;
          idempotency_key: string;
          kind?: Database['public']['Enums']['survey_kind'];
          locale: string;
          outcome?: Database['public']['Enums']['survey_outcome'];
          page_url?: string | null;
          project_id: string;
          score?: number | null;
          survey_id: string;
          visitor_id: string;
        };
        Update: {
          answers?: NonNullable<Json>;
          comment?: string | null;
          conversation_id?: string | null;
          created_at?: string;
          id?: string;
          idempotency_key?: string;
          kind?: Database['public']['Enums']['survey_kind'];
          locale?: string;
          outcome?: Database['public']['Enums']['survey_outcome'];
          page_url?: string | null;
          project_id?: string;
          score?: number | null;
          survey_id?: string;
          visitor_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'responses_conversation_id_fkey';
            columns: ['conversation_id'];
            isOneToOne: false;
            referencedRelation: 'conversations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'responses_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'responses_survey_id_fkey';
            columns: ['survey_id'];
            isOneToOne: false;
            referencedRelation: 'surveys';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'responses_visitor_id_fkey';
            columns: ['visitor_id'];
            isOneToOne: false;
            referencedRelation: 'visitors';
            referencedColumns: ['id'];
          },
        ];
      };
      suggestion_events: {
        Row: {
          article_id: string;
          conversation_id: string | null;
          created_at: string;
          id: number;
          outcome: Database['public']['Enums']['suggestion_outcome'];
          project_id: string;
          query: string | null;
          session_id: string;
          visitor_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          article_id: string;
          conversation_id?: string | null;
          created_at?: string;
          id?: never;
          outcome: Database['public']['Enums']['suggestion_outcome'];
          project_id: string;
          query?: string | null;
          session_id: string;
          visitor_id?: string | null;
        };
        Update: {
          article_id?: string;
          conversation_id?: string | null;
          created_at?: string;
          id?: never;
          outcome?: Database['public']['Enums']['suggestion_outcome'];
          project_id?: string;
          query?: string | null;
          session_id?: string;
          visitor_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'suggestion_events_article_id_fkey';
            columns: ['article_id'];
            isOneToOne: false;
            referencedRelation: 'articles';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'suggestion_events_conversation_id_fkey';
            columns: ['conversation_id'];
            isOneToOne: false;
            referencedRelation: 'conversations';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'suggestion_events_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'suggestion_events_visitor_id_fkey';
            columns: ['visitor_id'];
            isOneToOne: false;
            referencedRelation: 'visitors';
            referencedColumns: ['id'];
          },
        ];
      };
      surveys: {
        Row: {
          active: boolean;
          audience: NonNullable<Json>;
          cooldown_days: number | null;
          created_at: string;
          ends_at: string | null;
          id: string;
          kind: Database['public']['Enums']['survey_kind'];
          name: string;
          priority: number;
          project_id: string;
          questions: NonNullable<Json>;
          sample_percent: number;
          slug: string;
          starts_at: string | null;
          thanks: Json | null;
          trigger: NonNullable<Json>;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          active?: boolean;
          audience?: NonNullable<Json>;
          cooldown_days?: number | null;
          created_at?: string;
          ends_at?: string | null;
          id?: string;
          kind?: Database['public']['Enums']['survey_kind'];
          name?: string;
          priority?: number;
          project_id: string;
          questions?: NonNullable<Json>;
          sample_percent?: number;
          slug?: string;
          starts_at?: string | null;
          thanks?: Json | null;
          trigger?: NonNullable<Json>;
          updated_at?: string;
        };
        Update: {
          active?: boolean;
          audience?: NonNullable<Json>;
          cooldown_days?: number | null;
          created_at?: string;
          ends_at?: string | null;
          id?: string;
          kind?: Database['public']['Enums']['survey_kind'];
          name?: string;
          priority?: number;
          project_id?: string;
          questions?: NonNullable<Json>;
          sample_percent?: number;
          slug?: string;
          starts_at?: string | null;
          thanks?: Json | null;
          trigger?: NonNullable<Json>;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'surveys_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      visitor_tokens: {
        Row: {
          created_at: string;
          project_id: string;
          token_hash: string;
          visitor_id: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          project_id: string;
          token_hash: string;
          visitor_id: string;
        };
        Update: {
          created_at?: string;
          project_id?: string;
          token_hash?: string;
          visitor_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'visitor_tokens_visitor_id_fkey';
            columns: ['visitor_id'];
            isOneToOne: false;
            referencedRelation: 'visitors';
            referencedColumns: ['id'];
          },
        ];
      };
      visitors: {
        Row: {
          created_at: string;
          email: string | null;
          id: string;
          last_seen_at: string;
          locale: string;
          name: string | null;
          project_id: string;
          traits: NonNullable<Json>;
          user_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email?: string | null;
          id?: string;
          last_seen_at?: string;
          locale?: string;
          name?: string | null;
          project_id: string;
          traits?: NonNullable<Json>;
          user_id?: string | null;
        };
        Update: {
          created_at?: string;
          email?: string | null;
          id?: string;
          last_seen_at?: string;
          locale?: string;
          name?: string | null;
          project_id?: string;
          traits?: NonNullable<Json>;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'visitors_project_id_fkey';
            columns: ['project_id'];
            isOneToOne: false;
            referencedRelation: 'projects';
            referencedColumns: ['id'];
          },
        ];
      };
      workspaces: {
        Row: {
          created_at: string;
          id: string;
          name: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          id?: string;
          name: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          name?: string;
        };
        Relationships: [];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      article_outcomes: {
        Args: { articles: string[]; project: string };
        Returns: {
          article_id: string;
          helped: number;
          opened: number;
          shown: number;
          submitted_anyway: number;
        }[];
      };
      conversation_changes: { Args: { project: string; since?: string }; Returns: Json };
      file_capture: { Args: { as_user: string; capture: Json }; Returns: Json };
      filed_capture: { Args: { as_user: string; capture: Json }; Returns: Json };
      nps_months: {
        Args: { project: string; since: string };
        Returns: {
          detractors: number;
          month: string;
          nps: number;
          passives: number;
          promoters: number;
        }[];
      };
      nps_summary: { Args: { project: string; since?: string }; Returns: Json };
      project_secret: { Args: { project: string }; Returns: string };
      reply_upload: { Args: { as_user: string; upload: string }; Returns: Json };
      reserve_reply_upload: { Args: { as_user: string; input: Json }; Returns: Json };
      rotate_project_secret: { Args: { project: string }; Returns: string };
      staff_reply: {
        Args: {
          body: string;
          conversation: string;
          idempotency_key: string;
          internal: boolean;
          uploads?: Json;
        };
        Returns: Json;
      };
      survey_months: {
        Args: { since?: string; survey: string };
        Returns: {
          answered: number;
          month: string;
          score: number;
          scored: number;
          shown: number;
        }[];
      };
      survey_overview: {
        Args: { project: string; since?: string };
        Returns: {
          answered: number;
          finished: number;
          score: number;
          scored: number;
          shown: number;
          survey: string;
        }[];
      };
      survey_questions: {
        Args: { since?: string; survey: string };
        Returns: {
          answers: number;
          counts: Json;
          mean: number;
          question: string;
        }[];
      };
      survey_texts: {
        Args: {
          before_at?: string;
          before_id?: string;
          question: string;
          since?: string;
          size?: number;
          survey: string;
        };
        Returns: {
          answer: string;
          created_at: string;
          id: string;
          locale: string;
          page_url: string;
          score: number;
        }[];
      };
      widget_article: { Args: { article: string; caller: Json }; Returns: Json };
      widget_conversations: { Args: { caller: Json }; Returns: Json };
      widget_discard_upload: { Args: { upload: string }; Returns: boolean };
      widget_due_surveys: { Args: { caller: Json; slug?: string }; Returns: Json };
      widget_finalise_upload: { Args: { facts: Json; upload: string }; Returns: Json };
      widget_forget_uploads: { Args: { paths: string[] }; Returns: undefined };
      widget_identify: { Args: { caller: Json; input: Json }; Returns: Json };
      widget_read: { Args: { caller: Json; conversation: string; last_message?: string }; Returns: Json };
      widget_reply: { Args: { caller: Json; conversation: string; input: Json }; Returns: Json };
      widget_reserve_upload: { Args: { caller: Json; input: Json }; Returns: Json };
      widget_reset: { Args: { caller: Json }; Returns: Json };
      widget_respond: { Args: { caller: Json; input: Json; survey: string }; Returns: Json };
      widget_stale_uploads: { Args: { project_key: string }; Returns: string[] };
      widget_start_conversation: { Args: { caller: Json; input: Json }; Returns: Json };
      widget_suggest: { Args: { caller: Json; q: string; speaks: string }; Returns: Json };
      widget_suggestion_event: { Args: { caller: Json; input: Json }; Returns: Json };
      widget_thread: { Args: { caller: Json; conversation: string }; Returns: Json };
      widget_unread: { Args: { caller: Json }; Returns: Json };
      widget_upload: { Args: { caller: Json; upload: string }; Returns: Json };
    };
    Enums: {
      article_status: 'draft' | 'published';
      attachment_state: 'reserved' | 'finalised' | 'attached' | 'discarded';
      conversation_kind: 'bug' | 'idea' | 'question' | 'praise' | 'score';
      conversation_status: 'open' | 'snoozed' | 'closed';
      member_role: 'owner' | 'admin' | 'agent' | 'pm' | 'viewer';
      message_author: 'visitor' | 'member' | 'system';
      suggestion_outcome: 'shown' | 'opened' | 'helped' | 'submitted_anyway';
      survey_kind: 'nps' | 'csat' | 'ces' | 'custom';
      survey_outcome: 'shown' | 'dismissed' | 'partial' | 'answered';
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema['Enums']
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema['CompositeTypes']
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      article_status: ['draft', 'published'],
      attachment_state: ['reserved', 'finalised', 'attached', 'discarded'],
      conversation_kind: ['bug', 'idea', 'question', 'praise', 'score'],
      conversation_status: ['open', 'snoozed', 'closed'],
      member_role: ['owner', 'admin', 'agent', 'pm', 'viewer'],
      message_author: ['visitor', 'member', 'system'],
      suggestion_outcome: ['shown', 'opened', 'helped', 'submitted_anyway'],
      survey_kind: ['nps', 'csat', 'ces', 'custom'],
      survey_outcome: ['shown', 'dismissed', 'partial', 'answered'],
    },
  },
} as const;
